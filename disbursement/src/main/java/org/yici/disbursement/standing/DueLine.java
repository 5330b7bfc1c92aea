package org.yici.disbursement.standing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/** What is due to one person for a period: its parts, by month and standard. */
public record DueLine(UUID person, List<DuePart> parts) {

    public DueLine {
        parts = List.copyOf(parts);
    }

    public Money total() {
        return parts.stream().map(DuePart::amount).reduce(Money.ZERO, Money::plus);
    }

    public UUID household() {
        return last().household();
    }

    public Residence residence() {
        return last().residence();
    }

    public @Nullable String care() {
        return last().care();
    }

    /** How the person stands at the end of the period. */
    private DuePart last() {
        return parts.get(parts.size() - 1);
    }
}
