package org.yici.ledger;

import java.util.Arrays;

/** What a grant is for. An attribute of the journal, not an account: one payable serves one award whatever its kind. */
public enum AidKind {
    /** 助学. */
    SCHOOLING("schooling"),
    /** 助医. */
    MEDICAL("medical"),
    /** 助困. */
    HARDSHIP("hardship"),
    /** 急难救助: what cannot wait. */
    URGENT_HARDSHIP("urgent-hardship"),
    /** 受灾救助. */
    DISASTER_RELIEF("disaster-relief");

    private final String word;

    AidKind(String word) {
        this.word = word;
    }

    /** The word used in journals, addresses and message keys. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException for any other word */
    public static AidKind ofWord(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no kind of aid: " + word));
    }
}
