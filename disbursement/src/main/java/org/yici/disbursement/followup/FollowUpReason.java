package org.yici.disbursement.followup;

import org.yici.platform.outcome.Reason;

/** Why a visit is not written down. */
enum FollowUpReason implements Reason {
    /** The money is not with the household: it has not arrived, or has come back. */
    NOT_WITH_HOUSEHOLD("not-with-household", 409);

    private final String word;
    private final int status;

    FollowUpReason(String word, int status) {
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
