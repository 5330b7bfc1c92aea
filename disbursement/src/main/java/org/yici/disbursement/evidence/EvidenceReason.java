package org.yici.disbursement.evidence;

import org.yici.platform.outcome.Reason;

/** Why a file is not taken, or not voided. */
public enum EvidenceReason implements Reason {
    /** More bytes than a file may have; takes how many MB that are. */
    TOO_LARGE("evidence-too-large", 413, "file"),
    /** By its first bytes neither JPEG, PNG nor PDF, whatever it is called. */
    NOT_A_PAPER("evidence-type", 415, "file"),
    /** Two things in one: a photo or PDF that a browser could also read as a page. */
    DISGUISED("evidence-disguised", 415, "file"),
    /** It begins like one and cannot be read to its end. */
    DAMAGED("evidence-damaged", 422, "file"),
    /** A picture with more points, or a PDF that unpacks to more, than anybody needs. */
    BOMB("evidence-bomb", 422, "file"),
    /** A PDF with a password. */
    LOCKED("evidence-locked", 422, "file"),
    /** A PDF that would run something when it is opened. */
    RUNS_SOMETHING("evidence-runs", 422, "file"),
    /** A PDF with more pages than anybody reads; takes the limit. */
    TOO_MANY_PAGES("evidence-pages", 422, "file"),
    /** The case has as many papers as it may have; takes the limit. */
    FULL("evidence-full", 409, "file"),
    /** Voided before. */
    VOIDED("evidence-voided", 409);

    private final String word;
    private final int status;
    private final String field;

    EvidenceReason(String word, int status) {
        this(word, status, "");
    }

    EvidenceReason(String word, int status, String field) {
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
