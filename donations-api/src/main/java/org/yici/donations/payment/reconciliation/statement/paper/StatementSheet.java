package org.yici.donations.payment.reconciliation.statement.paper;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.counter.sheet.RowWords;
import org.yici.ledger.Money;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.sheet.SheetHeading;
import org.yici.platform.sheet.SheetLimits;
import org.yici.platform.sheet.SheetMoney;
import org.yici.platform.sheet.SheetRow;
import org.yici.platform.sheet.SheetRows;
import org.yici.platform.sheet.SheetText;
import org.yici.platform.sheet.Sheets;

/**
 * Walks down a sheet that a bank has made of the account, and says of every row what it is: titles above the heading; behind it
 * lines, balances, sums, the heading once more, and notes.
 */
final class StatementSheet {

    private static final SheetLimits LIMITS = new SheetLimits(
            SheetLimits.LARGE.fileBytes(),
            SheetLimits.LARGE.inflatedBytes(),
            StatementFile.MOST_LINES,
            SheetLimits.LARGE.textCharacters());

    private static final int HEADING_WITHIN_ROWS = 50;
    private static final Pattern BALANCE =
            Pattern.compile(".*(余额|承前|过次|上期|上日|结转|balance|broughtforward|carriedforward).*");
    private static final Set<StatementColumn> AMOUNTS =
            Set.of(StatementColumn.CREDIT, StatementColumn.DEBIT, StatementColumn.AMOUNT);

    private final LocalDate today;
    private final SheetTitles titles = new SheetTitles();
    private final Flaws flaws = new Flaws();
    private final Balances balances = new Balances();
    private final Map<StatementColumn, Money> sums = new EnumMap<>(StatementColumn.class);
    private final List<BankLine> lines = new ArrayList<>();
    private @Nullable SheetHeading<StatementColumn> heading;
    private int above;

    private StatementSheet(LocalDate today) {
        this.today = today;
    }

    static BankStatement read(Path file, LocalDate today) {
        StatementSheet sheet = new StatementSheet(today);
        try (SheetRows rows = Sheets.open(file, LIMITS)) {
            rows.forEachRemaining(sheet::row);
        }
        return sheet.statement();
    }

    private void row(SheetRow row) {
        if (heading == null) {
            lookForHeading(row);
        } else if (!heading.isRepeatedBy(row, StatementColumn.DATE)) {
            below(row, heading.cells(row));
        }
    }

    private void lookForHeading(SheetRow row) {
        SheetHeading<StatementColumn> found = SheetHeading.in(row, StatementColumn.class, StatementColumn::under);
        boolean hasAmounts = found.columns().stream().anyMatch(AMOUNTS::contains);
        if (hasAmounts && found.columns().contains(StatementColumn.DATE)) {
            heading = found;
        } else if (++above > HEADING_WITHIN_ROWS) {
            throw InvalidInput.of("file", "input.statement.no-heading");
        } else {
            titles.row(row);
        }
    }

    private void below(SheetRow row, Map<StatementColumn, SheetCell> cells) {
        SheetLine line = new SheetLine(row.number(), cells, today, flaws);
        Optional<RowWords.Total> total = RowWords.totalIn(row);
        if (total.isPresent() && !line.hasItsDay()) {
            compare(total.get(), row, cells);
        } else if (line.movesAnything()) {
            line(row, cells, line);
        } else if (saysBalance(row)) {
            Optional.ofNullable(line.balance()).ifPresent(balance -> balances.stated(row.number(), balance));
        } else if (line.hasItsDay()) {
            flaws.at(row.number(), LineFlaw.NO_AMOUNT);
        }
    }

    private void line(SheetRow row, Map<StatementColumn, SheetCell> cells, SheetLine line) {
        if (RowWords.isSigned(row) && !line.hasItsDay()) {
            return;
        }
        Optional<BankLine> read = line.read();
        Money balance = line.balance();
        read.ifPresent(sound -> {
            lines.add(sound);
            balances.line(row.number(), sound.moved(), balance);
            AMOUNTS.forEach(column -> SheetMoney.signed(cells.getOrDefault(column, SheetCell.EMPTY))
                    .ifPresent(amount -> sums.merge(column, amount, Money::plus)));
        });
    }

    /** A sum of all lines above has to be theirs, in each column that it stands in. */
    private void compare(RowWords.Total total, SheetRow row, Map<StatementColumn, SheetCell> cells) {
        if (total != RowWords.Total.WHOLE || !flaws.isEmpty()) {
            return;
        }
        for (StatementColumn column : List.of(StatementColumn.CREDIT, StatementColumn.DEBIT)) {
            Money sum = sums.getOrDefault(column, Money.ZERO);
            SheetMoney.signed(cells.getOrDefault(column, SheetCell.EMPTY))
                    .filter(stated -> !stated.equals(sum))
                    .ifPresent(stated -> flaws.at(row.number(), LineFlaw.TOTAL, stated.toString(), sum.toString()));
        }
    }

    private static boolean saysBalance(SheetRow row) {
        return row.cells().stream()
                .filter(cell -> cell.number() == null)
                .anyMatch(cell -> BALANCE.matcher(SheetText.plain(cell.text())).matches());
    }

    private BankStatement statement() {
        if (heading == null) {
            throw InvalidInput.of("file", "input.statement.no-heading");
        }
        flaws.refuseAny();
        if (lines.isEmpty()) {
            throw InvalidInput.of("file", "input.statement.no-lines");
        }
        BankLine first = lines.get(0);
        BankLine last = lines.get(lines.size() - 1);
        balances.check(first.bookedOn().isAfter(last.bookedOn()), flaws);
        flaws.refuseAny();
        SheetTitles.Period period = period();
        return new BankStatement(
                BankStatement.Form.SHEET,
                null,
                titles.account(),
                period.from(),
                period.to(),
                balances.opening(),
                balances.closing(),
                lines);
    }

    private SheetTitles.Period period() {
        Comparator<LocalDate> inTime = Comparator.naturalOrder();
        SheetTitles.Period ofLines = new SheetTitles.Period(
                lines.stream().map(BankLine::bookedOn).min(inTime).orElseThrow(),
                lines.stream().map(BankLine::bookedOn).max(inTime).orElseThrow());
        return titles.covering(ofLines)
                .map(stated -> new SheetTitles.Period(stated.from(), stated.to().isAfter(today) ? today : stated.to()))
                .orElse(ofLines);
    }
}
