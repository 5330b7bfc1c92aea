package org.yici.ledger;

import java.util.Arrays;

/** Why the ledger refused a journal. */
public enum PostingReason {
    /** The key is taken by a journal with other content. */
    KEY_CONFLICT("key-conflict"),
    /** An account would fall below its floor: the fund, award or bank account has not that much. */
    FLOOR("floor"),
    /** The gift's own fen are spent or given back already, so they cannot be refunded. */
    SPENT("spent"),
    /** More would come back than this journal took from that fund. */
    OVER_RELEASED("over-released"),
    /** The journal named by {@code of} does not exist, or has no part in that fund. */
    UNKNOWN_ORIGIN("unknown-origin"),
    /** The entries do not sum to zero. */
    UNBALANCED("unbalanced"),
    /** The chart has no such account. */
    UNKNOWN_ACCOUNT("unknown-account"),
    /** The ledger keeps only {@link Money#CURRENCY}. */
    UNKNOWN_CURRENCY("unknown-currency");

    private final String word;

    PostingReason(String word) {
        this.word = word;
    }

    /** The machine word. */
    public String word() {
        return word;
    }

    static PostingReason ofWord(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word.equals(word))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no reason: " + word));
    }
}
