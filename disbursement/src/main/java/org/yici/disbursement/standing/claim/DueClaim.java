package org.yici.disbursement.standing.claim;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;
import org.yici.platform.outcome.InvalidInput;

/**
 * What somebody decided about money that was paid to a person who gets nothing any more.
 *
 * @param amount paid too much
 * @param returned how much of it came back
 */
public record DueClaim(
        UUID id,
        String scheme,
        UUID person,
        UUID household,
        Money amount,
        Decision decision,
        String note,
        String decidedBy,
        Instant decidedAt,
        Money returned) {

    public enum Decision {
        /** It is claimed back. */
        CLAIM,
        /** It is left with them. */
        WAIVE;

        /** @throws InvalidInput for any other word */
        public static Decision of(@Nullable String word) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equals(word))
                    .findAny()
                    .orElseThrow(() -> InvalidInput.of("decision", "input.due.claim"));
        }

        public String messageKey() {
            return "due.claim." + name();
        }
    }

    public Money outstanding() {
        return decision == Decision.CLAIM ? amount.minus(returned) : Money.ZERO;
    }

    public boolean isOpen() {
        return outstanding().isPositive();
    }
}
