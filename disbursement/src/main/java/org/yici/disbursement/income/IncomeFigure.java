package org.yici.disbursement.income;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.Amount;
import org.yici.disbursement.Typed;
import org.yici.ledger.Money;
import org.yici.platform.outcome.FieldErrors;

/**
 * A household's income as it was typed.
 *
 * @param since the first day from which it counts, {@code 2018-01-01}
 * @param income of all together, a month; nothing is an income too
 * @param heads how many share it
 * @param source where the figure is from
 */
public record IncomeFigure(
        @Nullable String since,
        @Nullable Amount income,
        @Nullable Integer heads,
        @Nullable String source) {

    /** ¥100,000.00 a month: who has as much is in no due list. */
    private static final long MOST = 10_000_000;

    private static final int MOST_HEADS = 30;
    private static final int MONTHS_BACK = 24;
    private static final int SOURCE_CHARACTERS = 300;

    /** What was typed, once nothing is wrong with it. */
    record Read(LocalDate since, Money income, int heads, String source) {}

    /** @throws org.yici.platform.outcome.InvalidInput naming every field that is wrong */
    Read read(LocalDate today) {
        FieldErrors errors = new FieldErrors();
        Optional<LocalDate> day = day();
        boolean near = day.filter(
                        typed -> !typed.isBefore(today.minusMonths(MONTHS_BACK)) && !typed.isAfter(today.plusMonths(1)))
                .isPresent();
        errors.require(near, "since", "input.income.since", MONTHS_BACK);
        Long fen = income == null ? null : income.value();
        boolean money = fen != null
                && fen >= 0
                && fen <= MOST
                && Money.CURRENCY.equals(income == null ? null : income.currency());
        errors.require(money, "income", "input.income.amount", MOST / 100);
        boolean shared = heads != null && heads >= 1 && heads <= MOST_HEADS;
        errors.require(shared, "heads", "input.income.heads", MOST_HEADS);
        Typed.text(errors, source, "source", SOURCE_CHARACTERS);
        errors.throwIfAny();
        return new Read(
                day.orElseThrow(),
                Money.ofFen(fen == null ? 0 : fen),
                heads == null ? 1 : heads,
                String.valueOf(source).strip());
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(String.valueOf(Typed.orNull(since))));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** Never the figure: a record's own text ends up in logs. */
    @Override
    public String toString() {
        return "income since " + since;
    }
}
