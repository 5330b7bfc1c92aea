package org.yici.donations.payment.reconciliation.statement.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yici.donations.payment.reconciliation.statement.match.Coverage.Stretch;
import org.yici.ledger.Money;

class CoverageTest {

    /** A Friday: its window ends on Tuesday the 15th. */
    private static final LocalDate SETTLED = LocalDate.of(2018, 5, 4);

    @Test
    void a_settlement_is_told_of_when_all_of_its_window_is() {
        assertThat(tells(days(1, 31))).isTrue();
        assertThat(tells(days(4, 15))).isTrue();
        assertThat(tells(days(5, 31))).as("not its own day").isFalse();
        assertThat(tells(days(1, 14))).as("not the last day").isFalse();
        assertThat(tells()).isFalse();
    }

    @Test
    void statements_that_follow_each_other_cover_together() {
        assertThat(tells(days(10, 31), days(1, 9))).isTrue();
        assertThat(tells(days(1, 8), days(10, 31))).as("a day is missing").isFalse();
        assertThat(tells(days(1, 31), days(2, 3), days(20, 22)))
                .as("one inside another")
                .isTrue();
    }

    @Test
    void where_the_balances_join_nothing_happened_between() {
        assertThat(tells(balances(1, 8, 0, 500), balances(12, 31, 500, 900))).isTrue();
        assertThat(tells(balances(1, 8, 0, 500), balances(12, 31, 600, 900))).isFalse();
        assertThat(tells(balances(1, 8, 0, 500), days(12, 31))).isFalse();
    }

    private static boolean tells(Stretch... statements) {
        return new Coverage(List.of(statements)).tellsOf(SETTLED);
    }

    private static Stretch days(int from, int to) {
        return new Stretch(SETTLED.withDayOfMonth(from), SETTLED.withDayOfMonth(to), null, null);
    }

    private static Stretch balances(int from, int to, long opening, long closing) {
        return new Stretch(
                SETTLED.withDayOfMonth(from), SETTLED.withDayOfMonth(to), Money.ofFen(opening), Money.ofFen(closing));
    }
}
