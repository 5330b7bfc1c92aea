package org.yici.platform.web;

import org.yici.platform.outcome.Reason;

/** Reasons that the edge itself gives. */
public enum WebReason implements Reason {
    IDEMPOTENCY_KEY_MISSING("idempotency-key", 400),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422),
    /** What a person hears where a program hears of its key: back in the browser, and the form sent with something else. */
    FORM_SENT_BEFORE("form-sent-before", 409),
    STILL_RUNNING("still-running", 409),
    NOT_FOUND("not-found", 404);

    private final String word;
    private final int status;

    WebReason(String word, int status) {
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
