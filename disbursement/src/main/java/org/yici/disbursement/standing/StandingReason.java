package org.yici.disbursement.standing;

import org.yici.platform.outcome.Reason;

/** Why a due list cannot be fixed or paid. */
public enum StandingReason implements Reason {
    /** The period lies ahead. */
    PERIOD_AHEAD("period-ahead", 409),
    /** The list of this period is fixed already. */
    LIST_BOOKED("list-booked", 409),
    /** The list is another by now than the approver has looked at. */
    LIST_CHANGED("list-changed", 409),
    /** Nobody is entitled in this period. */
    NOBODY_ENTITLED("nobody-entitled", 409),
    /** The treasury has not given enough for the scheme; takes what is there, in yuan. */
    APPROPRIATION_SHORT("appropriation-short", 409),
    /** The list is not fixed yet, or is paid already. */
    LIST_NOT_OPEN("list-not-open", 409),
    /** Nothing was paid too much to that person, or the next list sets it off. */
    NOTHING_TO_CLAIM("nothing-to-claim", 409),
    /** Nothing is claimed back any more, or not as much. */
    CLAIM_NOT_OPEN("claim-not-open", 409),
    /** The bank's payment of that number is booked already. */
    CLAIM_PART_BOOKED("claim-part-booked", 409),
    /** Deciding about a claim and booking its money are by two people. */
    CLAIM_SAME_PERSON("claim-same-person", 403),
    /** Fixing and paying a list are by two people. */
    LIST_SAME_PERSON("list-same-person", 403);

    private final String word;
    private final int status;

    StandingReason(String word, int status) {
        this.word = word;
        this.status = status;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public int status() {
        return status;
    }
}
