package org.yici.disbursement.household.sheet;

import org.yici.platform.outcome.Reason;

/** Why a list is not entered. */
public enum ImportReason implements Reason {
    /** It is being entered, or was. */
    NO_DRAFT("import-no-draft", 409),
    /** No line of it can be accepted. */
    NOTHING_TO_ENTER("import-nothing", 409);

    private final String word;
    private final int status;

    ImportReason(String word, int status) {
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
