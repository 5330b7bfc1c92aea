package org.yici.donations.payment.counter;

import org.yici.platform.outcome.Reason;

/** Why a step of a batch is not taken. */
public enum CounterReason implements Reason {
    UNKNOWN("not-found", 404, "not-found"),
    /** The step does not follow the batch's state. */
    STEP_NOT_OPEN("step-not-open", 409, "counter-step"),
    /** Who entered a batch does not decide about it. */
    SAME_PERSON("same-person", 403, "counter-same-person"),
    /** Somebody else's draft. */
    NOT_YOURS("not-yours", 403, "counter-not-yours"),
    /** A line of it is refused: all or nothing. Takes how many are. */
    REFUSED_LINES("refused-lines", 409, "counter-refused-lines"),
    NO_LINES("no-lines", 409, "counter-no-lines"),
    /** This very file was submitted already. Takes the number of that batch. */
    SAME_SHEET("same-sheet", 409, "counter-same-sheet"),
    /** A gift of it was submitted already. Takes the line here, the batch and the line there. */
    SAME_GIFT("same-gift", 409, "counter-same-gift"),
    /** A batch that is typed has as many lines as a person can look through. Takes that number. */
    TOO_MANY_LINES("too-many-lines", 409, "counter-too-many-lines"),
    /** Sheets are read one after the other, and only so many may wait. */
    SHEETS_WAITING("sheets-waiting", 503, "counter-sheets-waiting");

    private final String word;
    private final int status;
    private final String sentence;

    CounterReason(String word, int status, String sentence) {
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
