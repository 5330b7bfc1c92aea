package org.yici.disbursement.clawback;

import org.yici.platform.outcome.Reason;

/** Why a step of a demand is not open. */
enum ClawbackReason implements Reason {
    /** Nothing is with the household that could be asked back. */
    NOT_WITH_HOUSEHOLD("not-with-household", 409),
    /** One demand about this grant is open already. */
    OPEN_ALREADY("clawback-open", 409),
    /** There is no open demand about this grant. */
    NONE_OPEN("no-clawback", 409),
    /** The demand does not stand where this step begins; takes the state. */
    STEP_NOT_OPEN("clawback-step-not-open", 409),
    /** The household may still put it right; takes the last day. */
    CORRECTION_RUNNING("correction-running", 409),
    /** More than was paid and has not come back; takes what that is, in yuan. */
    MORE_THAN_PAID("over-paid", 422, "amount"),
    /** More than is still asked back; takes the rest, in yuan. */
    MORE_THAN_ASKED("over-demanded", 422, "amount"),
    /** That payment has been booked already. */
    PART_BOOKED("part-booked", 409, "reference"),
    /** In the books less was paid than the award says, since somebody corrected them: that comes first. */
    BOOKS_DIFFER("books-differ", 409);

    private final String word;
    private final int status;
    private final String field;

    ClawbackReason(String word, int status) {
        this(word, status, "");
    }

    ClawbackReason(String word, int status, String field) {
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
