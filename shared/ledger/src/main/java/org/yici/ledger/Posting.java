package org.yici.ledger;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What became of one journal handed to {@link Ledger#post}. A refusal is an answer, not an exception. */
public sealed interface Posting {

    /** One answer for each case. */
    <T> T fold(Function<Posted, T> posted, Function<Already, T> already, Function<Refused, T> refused);

    /** The journal's number, whether given now or before; empty when refused. */
    default OptionalLong sequence() {
        return fold(p -> OptionalLong.of(p.number()), a -> OptionalLong.of(a.number()), r -> OptionalLong.empty());
    }

    /** Numbered now. */
    record Posted(long number, Instant at) implements Posting {
        @Override
        public <T> T fold(Function<Posted, T> posted, Function<Already, T> already, Function<Refused, T> refused) {
            return posted.apply(this);
        }
    }

    /** The same key and content were numbered before: nothing moved this time. */
    record Already(long number, Instant at) implements Posting {
        @Override
        public <T> T fold(Function<Posted, T> posted, Function<Already, T> already, Function<Refused, T> refused) {
            return already.apply(this);
        }
    }

    /**
     * Not posted; nothing moved.
     *
     * @param account the account whose floor or gift stood in the way, where one did
     */
    record Refused(PostingReason reason, @Nullable AccountCode account) implements Posting {
        @Override
        public <T> T fold(Function<Posted, T> posted, Function<Already, T> already, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }
}
