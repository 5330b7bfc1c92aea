package org.yici.disbursement.award;

/** What became of an award, in the words that the public reads. The steps between are those of its application. */
public enum AwardState {
    AWARDED,
    SENT,
    PAID,
    /** The bank could not pay it: still owed, may be sent again. */
    RETURNED,
    /** Given back to its funds. */
    RELEASED;

    public String messageKey() {
        return "award.state." + name();
    }
}
