package org.yici.platform.outcome;

/** A start that must not go on. The message is one sentence that tells the operator what to do. */
public final class RefusedStart extends RuntimeException {

    public RefusedStart(String sentence) {
        super(sentence);
    }
}
