package org.yici.donations.payment.reconciliation.statement;

import org.yici.platform.outcome.Reason;

/** Why a step of a statement is not taken. */
public enum StatementReason implements Reason {
    UNKNOWN("not-found", 404, "not-found"),
    /** This very file was filed already. Takes the number of that statement. */
    SAME_STATEMENT("same-statement", 409, "statement-same"),
    /** Each of its lines was filed already, with other statements. */
    NOTHING_NEW("nothing-new", 409, "statement-nothing-new"),
    /** What is filed stays. */
    FILED("step-not-open", 409, "statement-filed"),
    /** The line is matched or explained by now, or the settlement is another line's. */
    NO_CHOICE("no-choice", 409, "statement-no-choice");

    private final String word;
    private final int status;
    private final String sentence;

    StatementReason(String word, int status, String sentence) {
        this.word = word;
        this.status = status;
        this.sentence = sentence;
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
    public String messageKey() {
        return "refusal." + sentence;
    }
}
