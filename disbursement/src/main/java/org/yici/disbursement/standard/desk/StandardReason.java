package org.yici.disbursement.standard.desk;

import org.yici.platform.outcome.Reason;

/** Why a version of a standard cannot come into force. */
public enum StandardReason implements Reason {
    /** Another version begins on the same day. */
    SAME_DAY("standard-same-day", 409, "from"),
    /** Its first day has come before it was approved: nothing is judged backwards. */
    TOO_LATE("standard-too-late", 409),
    /** It was approved or withdrawn already. */
    PROPOSAL_DECIDED("proposal-decided", 409),
    /** A version is approved by another person than its proposer. */
    OWN_PROPOSAL("own-proposal", 403);

    private final String word;
    private final int status;
    private final String field;

    StandardReason(String word, int status) {
        this(word, status, "");
    }

    StandardReason(String word, int status, String field) {
        this.word = word;
        this.status = status;
        this.field = field;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String field() {
        return field;
    }
}
