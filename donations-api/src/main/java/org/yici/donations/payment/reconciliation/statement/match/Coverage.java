package org.yici.donations.payment.reconciliation.statement.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/**
 * Which days the statements on file cover. Where one begins with the balance that the one before it ends with, nothing happened
 * between them: those days are covered too.
 */
public final class Coverage {

    private final List<Stretch> covered = new ArrayList<>();

    /** One statement's days and balances; balances are null where it states none. */
    public record Stretch(
            LocalDate from,
            LocalDate to,
            @Nullable Money opening,
            @Nullable Money closing) {

        private boolean isFollowedBy(Stretch next) {
            boolean nextDay = !next.from.isAfter(to.plusDays(1));
            return nextDay || closing != null && closing.equals(next.opening);
        }

        private Stretch with(Stretch next) {
            return next.to.isBefore(to) ? this : new Stretch(from, next.to, opening, next.closing);
        }
    }

    public Coverage(List<Stretch> statements) {
        statements.stream()
                .sorted(Comparator.comparing(Stretch::from).thenComparing(Stretch::to))
                .forEach(this::add);
    }

    private void add(Stretch next) {
        int last = covered.size() - 1;
        if (last >= 0 && covered.get(last).isFollowedBy(next)) {
            covered.set(last, covered.get(last).with(next));
        } else {
            covered.add(next);
        }
    }

    /** Whether the statements tell of the whole window in which a settlement of this day comes in. */
    public boolean tellsOf(LocalDate settled) {
        LocalDate last = BankDays.windowAfter(settled);
        return covered.stream()
                .anyMatch(stretch ->
                        !stretch.from().isAfter(settled) && !stretch.to().isBefore(last));
    }
}
