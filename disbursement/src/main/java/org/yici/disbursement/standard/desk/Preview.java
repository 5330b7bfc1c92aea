package org.yici.disbursement.standard.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** @param word of the period, {@code scheme} its code */
    public record PeriodChange(String scheme, String word, int people, Money before, Money after) {

        /** Its period as people say it. */
        public String said(Figures figures) {
            return Period.of(word).map(known -> known.said(figures)).orElse(word);
        }

        public Money difference() {
            return after.minus(before);
        }
    }
}
