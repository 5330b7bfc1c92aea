package org.yici.disbursement.standing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/**
 * What is new in a list against the one before it: who came, who left, whose sum is another. What was due for the period
 * before, what came, what left, what changed and what is put right come to the new total.
 *
 * @param last word of the period before
 * @param before what was due for it alone, to {@code peopleBefore} people
 */
public record Changes(
        String last, Money before, int peopleBefore, List<Changed> came, List<Changed> gone, List<Changed> others) {

    public Changes {
        came = List.copyOf(came);
        gone = List.copyOf(gone);
        others = List.copyOf(others);
    }

    /**
     * Somebody's sum, before and now.
     *
     * @param reason null where only the months differ, such as December, which takes a year's rest
     */
    public record Changed(
            UUID person, Money before, Money now, @Nullable CorrectionReason reason) {

        public Money difference() {
            return now.minus(before);
        }

        public String messageKey() {
            return reason == null ? "due.reason.months" : reason.messageKey();
        }
    }

    /** @param withoutIncome households whose income was not known when the list was worked out, or fixed */
    static Changes of(DueList last, DueList now, WhyCorrected why, Set<UUID> withoutIncome) {
        Map<UUID, DueLine> was = byPerson(last);
        Map<UUID, DueLine> is = byPerson(now);
        YearMonth month = now.period().first();
        Map<UUID, Long> headsBefore = heads(was);
        Map<UUID, Long> headsNow = heads(is);
        List<Changed> came = new ArrayList<>();
        List<Changed> others = new ArrayList<>();
        is.forEach((person, line) -> {
            DueLine before = was.get(person);
            if (before == null) {
                came.add(new Changed(person, Money.ZERO, line.regular(), CorrectionReason.ENTERED));
            } else if (!before.regular().equals(line.regular())) {
                boolean heads = Objects.equals(headsBefore.get(before.household()), headsNow.get(line.household()));
                others.add(new Changed(person, before.regular(), line.regular(), reason(before, line, heads, why)));
            }
        });
        List<Changed> gone = was.values().stream()
                .filter(line -> !is.containsKey(line.person()))
                .map(line -> new Changed(
                        line.person(),
                        line.regular(),
                        Money.ZERO,
                        withoutIncome.contains(line.household())
                                ? CorrectionReason.NO_INCOME
                                : why.gone(line.person(), month)))
                .toList();
        return new Changes(last.period().word(), last.regular(), was.size(), came, gone, others);
    }

    private static Map<UUID, DueLine> byPerson(DueList list) {
        return list.lines().stream()
                .filter(line -> !line.parts().isEmpty())
                .collect(Collectors.toMap(DueLine::person, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    private static Map<UUID, Long> heads(Map<UUID, DueLine> lines) {
        return lines.values().stream().collect(Collectors.groupingBy(DueLine::household, Collectors.counting()));
    }

    /**
     * By the last month of the one and the first of the other.
     *
     * @param sameHeads whether as many of the household are in the one as in the other
     */
    private static @Nullable CorrectionReason reason(DueLine before, DueLine now, boolean sameHeads, WhyCorrected why) {
        YearMonth last = before.parts().get(before.parts().size() - 1).month();
        YearMonth first = now.parts().get(0).month();
        CorrectionReason reason = why.of(of(before, last), of(now, first));
        UUID income = now.parts().get(0).income();
        UUID incomeBefore = before.parts().get(before.parts().size() - 1).income();
        boolean sameFigure = income == null || income.equals(incomeBefore) && sameHeads;
        boolean plain = reason == CorrectionReason.PUT_RIGHT || reason == CorrectionReason.INCOME && sameFigure;
        return plain ? null : reason;
    }

    private static List<DuePart> of(DueLine line, YearMonth month) {
        return line.parts().stream().filter(part -> part.month().equals(month)).toList();
    }

    public static Money sum(List<Changed> some) {
        return some.stream().map(Changed::difference).reduce(Money.ZERO, Money::plus);
    }

    public Money cameSum() {
        return sum(came);
    }

    public Money goneSum() {
        return sum(gone);
    }

    public Money othersSum() {
        return sum(others);
    }

    /** How many get the same as before. */
    public int same() {
        return peopleBefore - gone.size() - others.size();
    }
}
