package org.yici.disbursement.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yici.disbursement.income.CountedIncome;

/** The confirmed incomes of some households: which figure holds on a day. */
final class Incomes {

    static final Incomes NONE = new Incomes(Map.of());

    private final Map<UUID, List<CountedIncome>> byHousehold;

    private Incomes(Map<UUID, List<CountedIncome>> byHousehold) {
        this.byHousehold = byHousehold;
    }

    /** @param confirmed in the order in which they hold */
    static Incomes of(Collection<CountedIncome> confirmed) {
        return new Incomes(confirmed.stream()
                .collect(Collectors.groupingBy(income -> income.household().value())));
    }

    /** Those that were confirmed by then. */
    Incomes by(Instant then) {
        return Incomes.of(byHousehold.values().stream()
                .flatMap(List::stream)
                .filter(income -> {
                    Instant decided = income.decidedAt();
                    return decided == null || !decided.isAfter(then);
                })
                .toList());
    }

    /** The figure that began last; empty where the household has none, for nothing is guessed. */
    Optional<CountedIncome> on(LocalDate day, UUID household) {
        return byHousehold.getOrDefault(household, List.of()).stream()
                .filter(income -> !income.since().isAfter(day))
                .findFirst();
    }
}
