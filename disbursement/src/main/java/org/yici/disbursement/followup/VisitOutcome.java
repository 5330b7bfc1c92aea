package org.yici.disbursement.followup;

/** What a visit found that the money was used for. */
public enum VisitOutcome {
    USED_AS_MEANT,
    PARTLY,
    NOT_USED_YET,
    /** It may be asked back ({@code org.yici.disbursement.clawback}). */
    MISUSED,
    MOVED_AWAY,
    DIED;

    public String messageKey() {
        return "visit.outcome." + name();
    }
}
