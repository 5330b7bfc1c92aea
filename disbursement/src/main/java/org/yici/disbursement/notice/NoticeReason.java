package org.yici.disbursement.notice;

import org.yici.platform.outcome.Reason;

/** Why an objection is not resolved. */
enum NoticeReason implements Reason {
    /** It has been resolved already. */
    OBJECTION_RESOLVED("objection-resolved", 409);

    private final String word;
    private final int status;

    NoticeReason(String word, int status) {
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
