package org.yici.disbursement.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member of the public has against a grant.
 *
 * @param receipt the number that they were given
 * @param contact how to answer them, if they left it
 * @param note what was found, once resolved; stays inside
 * @param answer what they are told who objected; null where nothing was written for them
 */
public record Objection(
        String receipt,
        String words,
        @Nullable String contact,
        Instant at,
        State state,
        @Nullable String resolvedBy,
        @Nullable String note,
        @Nullable String answer) {

    static Objection fresh(String receipt, String words, @Nullable String contact, Instant at) {
        return new Objection(receipt, words, contact, at, State.OPEN, null, null, null);
    }

    public enum State {
        OPEN,
        DISMISSED,
        UPHELD
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    @Override
    public String toString() {
        return "objection " + receipt;
    }
}
