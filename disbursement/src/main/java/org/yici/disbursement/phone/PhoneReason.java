package org.yici.disbursement.phone;

import org.yici.platform.outcome.Reason;

/** Why a code opens nothing. */
enum PhoneReason implements Reason {
    /** No such code, or the end of another number: which of the two is not said. */
    CODE_WRONG("code-wrong", 404),
    /** Its days are over, or a newer one was given out. */
    CODE_OVER("code-over", 409),
    /** Tried too often with the end of another number. */
    CODE_CLOSED("code-closed", 409),
    /** An application was filed with it already. */
    CODE_USED("code-used", 409);

    private final String word;
    private final int status;

    PhoneReason(String word, int status) {
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

    /** All are about the code: which of code and end was wrong is not said. */
    @Override
    public String field() {
        return "code";
    }
}
