package org.yici.donations.payment.counter.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.counter.line.Column;
import org.yici.donations.payment.counter.line.LineCheck;
import org.yici.donations.payment.counter.line.LineFate;
import org.yici.ledger.ParsedMoney;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.sheet.SheetDates;
import org.yici.platform.sheet.SheetMoney;
import org.yici.platform.sheet.SheetRow;

/**
 * Walks down one sheet and says of every row what it is. Before the heading there are titles, which may state a total; behind
 * it lines, totals, headings once more, and notes. One a sheet; rows come in their order.
 */
public final class SheetWalk {

    /** Titles and particulars of an account come first, but not for ever. */
    private static final int HEADING_WITHIN_ROWS = 50;

    private static final List<Column> NEEDED = List.of(Column.DATE, Column.DONOR, Column.AMOUNT);

    private final LineCheck check;
    private final StatedTotals totals = new StatedTotals();
    private @Nullable Heading heading;
    private int titles;

    public SheetWalk(LineCheck check) {
        this.check = check;
    }

    /**
     * The line that a row is; none for a row above the heading.
     *
     * @throws InvalidInput where there is no heading, or it lacks a column that is needed
     */
    public Stream<CheckedLine> row(SheetRow row) {
        Heading known = heading;
        if (known == null) {
            lookForHeading(row);
            return Stream.empty();
        }
        return Stream.of(new CheckedLine(row.number(), fate(known, row)));
    }

    /**
     * What is known only when the last row has come.
     *
     * @throws InvalidInput where there was no heading, or no line below it
     */
    public Stream<CheckedLine> end() {
        if (heading == null) {
            throw InvalidInput.of("file", "input.counter.no-heading");
        }
        if (totals.lines() == 0) {
            throw InvalidInput.of("file", "input.counter.no-lines");
        }
        return totals.wrongTitles().stream();
    }

    private void lookForHeading(SheetRow row) {
        Optional<Heading> found = Heading.in(row);
        if (found.isPresent()) {
            heading = complete(found.get());
        } else if (++titles > HEADING_WITHIN_ROWS) {
            throw InvalidInput.of("file", "input.counter.no-heading");
        } else {
            totals.title(row);
        }
    }

    private static Heading complete(Heading found) {
        List<FieldError> missing = new ArrayList<>();
        for (Column column : NEEDED) {
            if (!found.columns().contains(column)) {
                missing.add(FieldError.of("file", "input.counter.no-column." + column));
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidInput(missing);
        }
        return found;
    }

    private LineFate fate(Heading known, SheetRow row) {
        Map<Column, SheetCell> cells = known.cells(row);
        Optional<RowWords.Total> total = RowWords.totalIn(row);
        if (total.isPresent() && !hasItsDay(cells)) {
            return totals.total(total.get(), row, cells);
        }
        if (known.isRepeatedBy(row)) {
            return new LineFate.PassedOver(LineFate.Why.HEADING);
        }
        if (ExampleLine.is(cells)) {
            return new LineFate.PassedOver(LineFate.Why.EXAMPLE);
        }
        if (isNote(row, cells)) {
            return new LineFate.PassedOver(LineFate.Why.NOTE);
        }
        return isOutgoing(cells) ? new LineFate.PassedOver(LineFate.Why.OUTGOING) : line(cells);
    }

    /** No total is of a day, whatever its note says. */
    private static boolean hasItsDay(Map<Column, SheetCell> cells) {
        SheetCell day = cells.getOrDefault(Column.DATE, SheetCell.EMPTY);
        return !day.spread() && SheetDates.read(day).isPresent();
    }

    private LineFate line(Map<Column, SheetCell> cells) {
        totals.line(SheetMoney.read(cells.getOrDefault(Column.AMOUNT, SheetCell.EMPTY)));
        return check.check(cells);
    }

    /** Nothing of a gift stands in it, or somebody signed it. */
    private static boolean isNote(SheetRow row, Map<Column, SheetCell> cells) {
        boolean noGift = cells.values().stream().allMatch(cell -> cell.isBlank() || cell.spread());
        return noGift || cells.getOrDefault(Column.AMOUNT, SheetCell.EMPTY).isBlank() && RowWords.isSigned(row);
    }

    private static boolean isOutgoing(Map<Column, SheetCell> cells) {
        boolean out = SheetMoney.read(cells.getOrDefault(Column.OUTGOING, SheetCell.EMPTY))
                .fold(money -> !money.isZero(), flaw -> false);
        boolean in = SheetMoney.read(cells.getOrDefault(Column.AMOUNT, SheetCell.EMPTY))
                .fold(money -> !money.isZero(), flaw -> flaw != ParsedMoney.Flaw.EMPTY);
        return out && !in;
    }
}
