package org.yici.disbursement.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yici.ledger.Money;

/** Which version holds on a day, and what its limits leave. */
class StandardTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2018, 1, 1);

    private static Version version(
            LocalDate from, @Nullable LocalDate until, Version.State state, Formula formula, Limits limits) {
        return new Version(
                UUID.randomUUID(),
                "medical",
                from,
                until,
                formula,
                limits,
                List.of(),
                List.of(),
                List.of(),
                "",
                state,
                "admin",
                Instant.EPOCH,
                null);
    }

    private static Version from(LocalDate day) {
        return version(day, null, Version.State.APPROVED, new AsAsked(), Limits.NONE);
    }

    private static Standard standard(Version... versions) {
        return new Standard("medical", Standard.Sort.PROGRAMME, List.of(versions));
    }

    @Test
    void the_county_raised_its_standards_on_new_years_day() {
        Version before = from(NEW_YEAR.minusYears(1));
        Version since = from(NEW_YEAR);
        Standard standard = standard(since, before);
        assertThat(standard.on(NEW_YEAR.minusDays(1))).contains(before);
        assertThat(standard.on(NEW_YEAR)).contains(since);
        assertThat(standard.on(NEW_YEAR.minusYears(2))).isEmpty();
    }

    @Test
    void a_version_that_has_ended_holds_no_more_and_the_one_before_does_not_come_back() {
        Version last = version(NEW_YEAR, NEW_YEAR.plusDays(9), Version.State.APPROVED, new AsAsked(), Limits.NONE);
        Standard standard = standard(from(NEW_YEAR.minusYears(1)), last);
        assertThat(standard.on(NEW_YEAR.plusDays(9))).contains(last);
        assertThat(standard.on(NEW_YEAR.plusDays(10))).isEmpty();
    }

    @Test
    void what_is_only_proposed_or_was_withdrawn_judges_nothing() {
        Version before = from(NEW_YEAR);
        Version proposed = version(NEW_YEAR.plusDays(1), null, Version.State.PROPOSED, new AsAsked(), Limits.NONE);
        Version withdrawn = version(NEW_YEAR.plusDays(1), null, Version.State.WITHDRAWN, new AsAsked(), Limits.NONE);
        Standard standard = standard(before, proposed, withdrawn);
        assertThat(standard.on(NEW_YEAR.plusDays(2))).contains(before);
        assertThat(standard.with(proposed).on(NEW_YEAR.plusDays(2)).map(Version::id))
                .contains(proposed.id());
    }

    @Property
    void a_later_version_never_changes_an_earlier_day(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 400) Integer> starts,
            @ForAll @IntRange(max = 400) int day,
            @ForAll @IntRange(min = 1, max = 400) int later) {
        Standard standard = standard(starts.stream()
                .distinct()
                .map(start -> from(NEW_YEAR.plusDays(start)))
                .toArray(Version[]::new));
        Standard changed = standard.with(from(NEW_YEAR.plusDays(day + later)));
        assertThat(changed.on(NEW_YEAR.plusDays(day))).isEqualTo(standard.on(NEW_YEAR.plusDays(day)));
    }

    @Test
    void nobody_is_granted_more_than_was_asked_or_than_the_cap() {
        Limits cap = new Limits(Money.ofFen(300_000), null, null);
        Version share =
                version(NEW_YEAR, null, Version.State.APPROVED, new ShareOfExpense(9_000, Money.ZERO, null), cap);
        assertThat(share.amountFor(basis(500_000, 200_000))).isEqualTo(Money.ofFen(180_000));
        assertThat(share.amountFor(basis(100_000, 200_000))).isEqualTo(Money.ofFen(100_000));
        assertThat(share.amountFor(basis(500_000, 500_000))).isEqualTo(Money.ofFen(300_000));
        Version asked = version(NEW_YEAR, null, Version.State.APPROVED, new AsAsked(), cap);
        assertThat(asked.amountFor(basis(500_000, 0))).as("refused, not cut").isEqualTo(Money.ofFen(500_000));
    }

    @Test
    void a_limit_says_what_it_leaves() {
        Limits limits = new Limits(null, Money.ofFen(1_000), Money.ofFen(5_000));
        assertThat(limits.shortInYear(Money.ofFen(400), Money.ofFen(600))).isEmpty();
        assertThat(limits.shortInYear(Money.ofFen(401), Money.ofFen(600))).contains(Money.ofFen(400));
        assertThat(limits.shortEver(Money.ofFen(1), Money.ofFen(9_000))).contains(Money.ZERO);
        assertThat(Limits.NONE.shortEver(Money.ofFen(1), Money.ofFen(9_000))).isEmpty();
    }

    private static Basis basis(long asked, long expense) {
        return new Basis(Money.ofFen(asked), Money.ofFen(expense), 0, 1);
    }
}
