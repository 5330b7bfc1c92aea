package org.yici.disbursement.standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yici.ledger.Money;
import org.yici.ledger.SchemeCode;

/**
 * What a scheme owes for a period.
 *
 * @param parts by person, month and standard
 */
public record DueList(SchemeCode scheme, Period period, List<DuePart> parts) {

    /** Ids by their text, as the database orders them: Java compares ids as signed numbers. */
    private static final Comparator<DuePart> ORDER = Comparator.comparing(
                    (DuePart part) -> part.person().toString())
            .thenComparing(DuePart::month)
            .thenComparing(DuePart::standard);

    public DueList {
        parts = parts.stream().sorted(ORDER).toList();
    }

    public Money total() {
        return parts.stream().map(DuePart::amount).reduce(Money.ZERO, Money::plus);
    }

    public int people() {
        return distinct(parts.stream().map(DuePart::person).toList());
    }

    public int households() {
        return distinct(parts.stream().map(DuePart::household).toList());
    }

    /** One line a person. */
    public List<DueLine> lines() {
        Map<UUID, List<DuePart>> byPerson =
                parts.stream().collect(Collectors.groupingBy(DuePart::person, LinkedHashMap::new, Collectors.toList()));
        return byPerson.entrySet().stream()
                .map(entry -> new DueLine(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** How the total comes about: one line a month, standard and amount. */
    public List<DueSum> sums() {
        record Kind(String month, String standard, Money each) {}
        Map<Kind, List<DuePart>> byKind = new LinkedHashMap<>();
        parts.stream()
                .sorted(Comparator.comparing(DuePart::month)
                        .thenComparing(DuePart::standard)
                        .thenComparing(DuePart::amount))
                .forEach(part -> byKind.computeIfAbsent(
                                new Kind(part.month().toString(), part.standard(), part.amount()),
                                any -> new ArrayList<>())
                        .add(part));
        return byKind.values().stream().map(DueList::sum).toList();
    }

    private static DueSum sum(List<DuePart> same) {
        DuePart first = Objects.requireNonNull(same.get(0));
        return new DueSum(
                first.standard(),
                first.month(),
                first.amount(),
                same.size(),
                Money.ofFen(Math.multiplyExact(first.amount().fen(), same.size())));
    }

    private static int distinct(List<UUID> ids) {
        return (int) ids.stream().distinct().count();
    }
}
