package org.yici.disbursement.standing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/**
 * What a person gets by a list.
 *
 * @param parts what is due for the period, by month and standard
 * @param corrections what the list puts right about earlier ones; together with the parts never below nothing
 */
public record DueLine(UUID person, List<DuePart> parts, List<Correction> corrections) {

    public DueLine {
        parts = List.copyOf(parts);
        corrections = List.copyOf(corrections);
    }

    public Money total() {
        return corrections.stream().map(Correction::amount).reduce(regular(), Money::plus);
    }

    /** What is due for the period alone. */
    public Money regular() {
        return parts.stream().map(DuePart::amount).reduce(Money.ZERO, Money::plus);
    }

    public UUID household() {
        return parts.isEmpty() ? lastCorrection().household() : last().household();
    }

    public Residence residence() {
        return parts.isEmpty() ? lastCorrection().residence() : last().residence();
    }

    public @Nullable String care() {
        return parts.isEmpty() ? lastCorrection().care() : last().care();
    }

    /** How the person stands at the end of the period. */
    private DuePart last() {
        return parts.get(parts.size() - 1);
    }

    private Correction lastCorrection() {
        return corrections.get(corrections.size() - 1);
    }
}
