package org.yici.disbursement.household.question;

import org.yici.platform.outcome.Reason;

/** Why a question is not answered. */
enum QuestionReason implements Reason {
    ANSWERED("question-answered", 409);

    private final String word;
    private final int status;

    QuestionReason(String word, int status) {
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
