package org.yici.disbursement.letter;

import org.yici.platform.outcome.Reason;

/** Why there is no letter, or no appeal. */
enum LetterReason implements Reason {
    /** Nothing is decided yet. */
    NO_LETTER("no-letter", 409),
    /** That it came to the household in this way is written down already. */
    DELIVERED_BEFORE("letter-delivered-before", 409),
    /** Only a refusal is appealed against; takes the state. */
    NOTHING_TO_APPEAL("nothing-to-appeal", 409),
    /** It was appealed against before. */
    APPEALED_BEFORE("appealed-before", 409),
    /** An appeal was refused: within this house that is the end. */
    APPEAL_IS_FINAL("appeal-is-final", 409),
    /** The days are over; takes the last one. */
    APPEAL_TOO_LATE("appeal-too-late", 409);

    private final String word;
    private final int status;

    LetterReason(String word, int status) {
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
