package org.yici.disbursement.evidence;

import org.yici.platform.outcome.Reason;

/** Why a file is not taken, or not voided. */
public enum EvidenceReason implements Reason {
    /** More bytes than a file may have; takes how many MB that are. */
    TOO_LARGE("evidence-too-large", 413),
    /** By its first bytes neither JPEG, PNG nor PDF, whatever it is called. */
    NOT_A_PAPER("evidence-type", 415),
    /** Two things in one: a photo or PDF that a browser could also read as a page. */
    DISGUISED("evidence-disguised", 415),
    /** It begins like one and cannot be read to its end. */
    DAMAGED("evidence-damaged", 422),
    /** A picture with more points, or a PDF that unpacks to more, than anybody needs. */
    BOMB("evidence-bomb", 422),
    /** A PDF with a password. */
    LOCKED("evidence-locked", 422),
    /** A PDF that would run something when it is opened. */
    RUNS_SOMETHING("evidence-runs", 422),
    /** A PDF with more pages than anybody reads; takes the limit. */
    TOO_MANY_PAGES("evidence-pages", 422),
    /** The case has as many papers as it may have; takes the limit. */
    FULL("evidence-full", 409),
    /** Voided before. */
    VOIDED("evidence-voided", 409);

    private final String word;
    private final int status;

    EvidenceReason(String word, int status) {
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
