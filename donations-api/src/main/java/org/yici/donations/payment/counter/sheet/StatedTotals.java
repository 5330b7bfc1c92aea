package org.yici.donations.payment.counter.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yici.donations.payment.counter.line.Column;
import org.yici.donations.payment.counter.line.LineFate;
import org.yici.donations.payment.counter.line.LineFlaw;
import org.yici.donations.payment.counter.line.LineProblem;
import org.yici.ledger.Money;
import org.yici.ledger.ParsedMoney;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.sheet.SheetMoney;
import org.yici.platform.sheet.SheetRow;

/**
 * Holds what a sheet says about itself against its lines: sums and counts, below the lines and in its title. Where an amount
 * cannot be read, the sum is not held against anything: that line is refused as it is.
 */
final class StatedTotals {

    private final Tally all = new Tally();
    private Tally part = new Tally();
    private final List<SheetRow> titles = new ArrayList<>();

    /** A row above the heading. It is held against the lines once all of them are known. */
    void title(SheetRow row) {
        if (RowWords.countIn(row).isPresent() || RowWords.amountIn(row).isPresent()) {
            titles.add(row);
        }
    }

    void line(ParsedMoney amount) {
        all.add(amount);
        part.add(amount);
    }

    int lines() {
        return Math.toIntExact(all.count());
    }

    /** The fate of a row that is a total. */
    LineFate total(RowWords.Total kind, SheetRow row, Map<Column, SheetCell> cells) {
        Tally held = kind == RowWords.Total.PART ? part : all;
        part = new Tally();
        return kind == RowWords.Total.RUNNING
                ? new LineFate.PassedOver(LineFate.Why.TOTAL)
                : fate(row, cells.getOrDefault(Column.AMOUNT, SheetCell.EMPTY), held);
    }

    /** What the titles said that is not so. */
    List<CheckedLine> wrongTitles() {
        return titles.stream()
                .map(row -> new CheckedLine(row.number(), fate(row, SheetCell.EMPTY, all)))
                .filter(line -> line.fate() instanceof LineFate.Refused)
                .toList();
    }

    private static LineFate fate(SheetRow row, SheetCell amount, Tally held) {
        List<LineProblem> problems = new ArrayList<>();
        stated(row, amount).ifPresent(money -> compare(money, held, problems));
        RowWords.countIn(row)
                .filter(count -> count != held.count())
                .ifPresent(count -> problems.add(new LineProblem(
                        Column.AMOUNT,
                        count.toString(),
                        LineFlaw.COUNT_DIFFERS,
                        List.of(count.toString(), "" + held.count()))));
        return problems.isEmpty() ? new LineFate.PassedOver(LineFate.Why.TOTAL) : new LineFate.Refused(problems);
    }

    private static Optional<Money> stated(SheetRow row, SheetCell amount) {
        return amount.isBlank() || amount.spread()
                ? RowWords.amountIn(row)
                : SheetMoney.read(amount).money();
    }

    private static void compare(Money stated, Tally held, List<LineProblem> problems) {
        if (held.isExact() && !stated.equals(held.sum())) {
            problems.add(new LineProblem(
                    Column.AMOUNT,
                    stated.yuan(),
                    LineFlaw.TOTAL_DIFFERS,
                    List.of(stated.toString(), held.sum().toString())));
        }
    }
}
