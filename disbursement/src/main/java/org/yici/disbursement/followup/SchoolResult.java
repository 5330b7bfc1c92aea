package org.yici.disbursement.followup;

/** What became of a pupil whose schooling was paid for. */
public enum SchoolResult {
    STAYS,
    PROMOTED,
    GRADUATED,
    LEFT;

    public String messageKey() {
        return "visit.school." + name();
    }
}
