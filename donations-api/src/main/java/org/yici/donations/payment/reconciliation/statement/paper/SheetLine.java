package org.yici.donations.payment.reconciliation.statement.paper;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.sheet.SheetDates;
import org.yici.platform.sheet.SheetMoney;
import org.yici.platform.sheet.SheetText;

/** Reads one row of a sheet as a line, and notes everything that is wrong with it. */
final class SheetLine {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int DIGITS_KEPT = 15;
    private static final Pattern NO_AMOUNT = Pattern.compile("[-—/]*");
    private static final Pattern RETURNED = Pattern.compile(".*(退汇|退票|冲正|冲销|冲账).*");
    private static final Set<String> IN =
            Set.of("贷", "贷方", "收", "收入", "进", "入", "入账", "转入", "存入", "来账", "c", "cr", "crdt", "credit", "in", "+");
    private static final Set<String> OUT =
            Set.of("借", "借方", "支", "支出", "付", "出", "出账", "转出", "支取", "往账", "d", "dr", "dbit", "debit", "out", "-");

    private final int row;
    private final Map<StatementColumn, SheetCell> cells;
    private final LocalDate today;
    private final Flaws flaws;
    private boolean sound = true;

    SheetLine(int row, Map<StatementColumn, SheetCell> cells, LocalDate today, Flaws flaws) {
        this.row = row;
        this.cells = cells;
        this.today = today;
        this.flaws = flaws;
    }

    /** The line; empty when it is refused. */
    Optional<BankLine> read() {
        LocalDate day = day();
        Money moved = moved();
        String number = number();
        SheetCell currency = cell(StatementColumn.CURRENCY);
        if (!currency.isBlank() && !Yuan.is(currency.text())) {
            flaw(LineFlaw.OTHER_CURRENCY);
        }
        if (!sound || day == null || moved == null) {
            return Optional.empty();
        }
        boolean returned = isReturned();
        boolean toMatch = moved.isPositive() && !returned;
        return Optional.of(new BankLine(row, day, moved, number, toMatch ? words() : "", returned));
    }

    /** The balance after it; null where none stands. */
    @Nullable
    Money balance() {
        SheetCell cell = cell(StatementColumn.BALANCE);
        if (isNoAmount(cell)) {
            return null;
        }
        Money balance = SheetMoney.signed(cell).filter(Yuan::isWithinReason).orElse(null);
        if (balance == null) {
            flaw(LineFlaw.BALANCE_UNREADABLE);
        }
        return balance;
    }

    /** Whether any amount stands in it. */
    boolean movesAnything() {
        return Stream.of(StatementColumn.CREDIT, StatementColumn.DEBIT, StatementColumn.AMOUNT)
                .anyMatch(column -> !isNoAmount(cell(column)));
    }

    boolean hasItsDay() {
        SheetCell cell = cell(StatementColumn.DATE);
        return !cell.spread() && SheetDates.read(cell).isPresent();
    }

    private @Nullable LocalDate day() {
        LocalDate day = SheetDates.read(cell(StatementColumn.DATE)).orElse(null);
        if (day == null || day.isBefore(EARLIEST)) {
            return flaw(LineFlaw.DATE);
        }
        return day.isAfter(today) ? flaw(LineFlaw.DATE_AHEAD) : day;
    }

    /** What came in, less what went out: what a bank books back stands below zero in its own column. */
    private @Nullable Money moved() {
        boolean twoColumns = !isNoAmount(cell(StatementColumn.CREDIT)) || !isNoAmount(cell(StatementColumn.DEBIT));
        Money moved = twoColumns ? ofTwoColumns() : ofOneColumn();
        return moved != null && moved.isZero() ? flaw(LineFlaw.NO_AMOUNT) : moved;
    }

    private @Nullable Money ofTwoColumns() {
        Money in = amount(StatementColumn.CREDIT);
        Money out = amount(StatementColumn.DEBIT);
        if (in == null || out == null) {
            return null;
        }
        return in.isZero() || out.isZero() ? in.minus(out) : flaw(LineFlaw.TWO_AMOUNTS);
    }

    private @Nullable Money ofOneColumn() {
        Money amount = amount(StatementColumn.AMOUNT);
        String direction = SheetText.plain(cell(StatementColumn.DIRECTION).text());
        if (amount == null || direction.isEmpty() || IN.contains(direction)) {
            return amount;
        }
        return OUT.contains(direction) ? Money.ZERO.minus(new Money(Math.abs(amount.fen()))) : flaw(LineFlaw.DIRECTION);
    }

    /** Nothing in the cell is no money; null when it is refused. */
    private @Nullable Money amount(StatementColumn column) {
        SheetCell cell = cell(column);
        if (isNoAmount(cell)) {
            return Money.ZERO;
        }
        Money amount = cell.spread()
                ? null
                : SheetMoney.signed(cell).filter(Yuan::isWithinReason).orElse(null);
        return amount == null ? flaw(LineFlaw.AMOUNT) : amount;
    }

    private @Nullable String number() {
        SheetCell cell = cell(StatementColumn.NUMBER);
        String number = LineWords.number(cell.text()).orElse(null);
        if (number != null && cell.number() != null && number.length() > DIGITS_KEPT) {
            return flaw(LineFlaw.NUMBER_DIGITS);
        }
        return number == null || LineWords.isNumber(number) ? number : flaw(LineFlaw.NUMBER);
    }

    private String words() {
        return LineWords.of(Stream.of(
                        StatementColumn.NAME, StatementColumn.SUMMARY, StatementColumn.REMARK, StatementColumn.VOUCHER)
                .map(column -> cell(column).text()));
    }

    private boolean isReturned() {
        boolean bookedBack = SheetMoney.signed(cell(StatementColumn.DEBIT))
                .filter(Money::isNegative)
                .isPresent();
        return bookedBack || RETURNED.matcher(words()).matches();
    }

    private static boolean isNoAmount(SheetCell cell) {
        return cell.isBlank()
                || cell.number() == null && NO_AMOUNT.matcher(cell.text()).matches();
    }

    private SheetCell cell(StatementColumn column) {
        return cells.getOrDefault(column, SheetCell.EMPTY);
    }

    @CanIgnoreReturnValue // null stands for what is not there, where something has to be answered
    private <T> @Nullable T flaw(LineFlaw flaw) {
        flaws.at(row, flaw);
        sound = false;
        return null;
    }
}
