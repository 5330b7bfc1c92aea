package org.yici.disbursement.standard.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.standing.Correction;
import org.yici.disbursement.standing.DueList;
import org.yici.disbursement.standing.Period;
import org.yici.ledger.Money;
import org.yici.platform.web.Figures;

/**
 * What a proposed version would change.
 *
 * @param open how many open applications there are under the programme
 * @param changes those that would come to another amount on its first day
 * @param period the first period in which it would count, for a standing entitlement
 */
public record Preview(
        int open, List<Change> changes, @Nullable PeriodChange period) {

    public Preview {
        changes = List.copyOf(changes);
    }

    /** @param eligible whether its category still is; an amount of nothing where it is not */
    public record Change(String application, String code, Money before, Money after, boolean eligible) {}

    /**
     * @param word of the period, {@code scheme} its code
     * @param peopleBefore how many are in the list as it would be without the change, {@code people} with it
     * @param withoutIncome households that fall out of it, since their income is not confirmed
     * @param arrears what earlier lists were short of by it, {@code takenBack} what they had too much: neither below nothing
     */
    public record PeriodChange(
            String scheme,
            String word,
            int peopleBefore,
            int people,
            int withoutIncome,
            Money before,
            Money after,
            Money arrears,
            Money takenBack) {

        static PeriodChange of(DueList before, DueList after) {
            Set<UUID> out = new HashSet<>(after.withoutIncome());
            out.removeAll(before.withoutIncome());
            return new PeriodChange(
                    after.scheme().value(),
                    after.period().word(),
                    before.people(),
                    after.people(),
                    out.size(),
                    before.total(),
                    after.total(),
                    more(arrears(before), arrears(after)),
                    more(takenBack(before), takenBack(after)));
        }

        private static Money more(Money before, Money after) {
            return after.compareTo(before) > 0 ? after.minus(before) : Money.ZERO;
        }

        private static Money arrears(DueList list) {
            return list.corrections().stream()
                    .map(Correction::amount)
                    .filter(Money::isPositive)
                    .reduce(Money.ZERO, Money::plus);
        }

        /** Set off in it, or left for later. */
        private static Money takenBack(DueList list) {
            return Stream.concat(list.corrections().stream(), list.left().stream())
                    .map(Correction::amount)
                    .filter(Money::isNegative)
                    .reduce(Money.ZERO, Money::plus)
                    .negated();
        }

        /** Its period as people say it. */
        public String said(Figures figures) {
            return Period.of(word).map(known -> known.said(figures)).orElse(word);
        }

        public Money difference() {
            return after.minus(before);
        }
    }
}
