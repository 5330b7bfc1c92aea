package org.yici.disbursement.crosscheck.extract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;
import org.yici.platform.privacy.IdentityNumber;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.sheet.SheetDates;
import org.yici.platform.sheet.SheetMoney;
import org.yici.platform.sheet.SheetText;

/** Reads one row, column by column by what each holds, and notes everything that is wrong with it. */
final class RowReading {

    private static final int DIGITS_KEPT = 15;
    private static final int MOST_CHARACTERS = 200;
    private static final Pattern FIRST_GENERATION = Pattern.compile("[0-9]{15}");
    private static final Pattern EXPONENT = Pattern.compile("[0-9.]+[eE]\\+?[0-9]+");
    private static final Pattern MEASURE = Pattern.compile("([0-9]{1,12})(?:\\.([0-9]{1,2})0*)?(?:m2|㎡|平方米|平米)?");
    /** A spreadsheet adds up in binary: 86.35 may arrive with fifteen decimals. */
    private static final int MEASURE_DECIMALS = 2;

    private static final Set<String> NOTHING = Set.of("无", "-", "—", "/", "\\", "暂无", "空");

    private final ExtractKind kind;
    private final LocalDate asOf;
    private final List<RowProblem> problems = new ArrayList<>();

    private RowReading(ExtractKind kind, LocalDate asOf) {
        this.kind = kind;
        this.asOf = asOf;
    }

    /** @param row null when something is wrong with it */
    record Result(@Nullable ExtractRow row, List<RowProblem> problems) {}

    /** @param asOf nothing in the extract happened later */
    static Result read(int row, Map<Column, SheetCell> cells, Places places, ExtractKind kind, LocalDate asOf) {
        RowReading reading = new RowReading(kind, asOf);
        Map<Column, String> facts = new EnumMap<>(Column.class);
        for (Column column : kind.columns()) {
            SheetCell cell = cells.getOrDefault(column, SheetCell.EMPTY);
            Object read = reading.read(column, cell);
            if (read instanceof RowFlaw flaw) {
                reading.problems.add(RowProblem.of(places.cell(column, row), column, cell.text(), flaw));
            } else if (read instanceof String fact && !fact.isEmpty()) {
                facts.put(column, fact);
            }
        }
        return new Result(reading.problems.isEmpty() ? new ExtractRow(row, facts) : null, reading.problems);
    }

    /** Where a column stands, as the spreadsheet program calls the cell. */
    interface Places {
        String cell(Column column, int row);
    }

    /** The fact, or the flaw; an empty fact where there is nothing to say. */
    private Object read(Column column, SheetCell cell) {
        boolean nothing = cell.isBlank() || NOTHING.contains(cell.text());
        if (nothing) {
            return kind.needed().contains(column) ? RowFlaw.MISSING : "";
        }
        return switch (column.sort()) {
            case IDENTITY -> identity(cell);
            case DAY -> day(cell);
            case AMOUNT ->
                SheetMoney.read(cell)
                        .money()
                        .map(Money::fen)
                        .<Object>map(String::valueOf)
                        .orElse(RowFlaw.AMOUNT);
            case MEASURE -> measure(cell);
            case NAME, WORDS, NUMBERED, HIDDEN -> words(cell);
        };
    }

    private static Object identity(SheetCell cell) {
        String typed = SheetText.narrow(cell.text()).replaceFirst("^['’‘`]", "");
        if (cell.number() != null && typed.length() > DIGITS_KEPT
                || EXPONENT.matcher(typed).matches()) {
            return RowFlaw.DIGITS_LOST;
        }
        if (FIRST_GENERATION.matcher(typed).matches()) {
            return RowFlaw.IDENTITY_OLD;
        }
        return IdentityNumber.fault(typed)
                .<Object>map(fault -> switch (fault) {
                    case IDENTITY_NUMBER_BIRTH -> RowFlaw.IDENTITY_BIRTH;
                    case IDENTITY_NUMBER_CHECKSUM -> RowFlaw.IDENTITY_CHECKSUM;
                    default -> RowFlaw.IDENTITY_SHAPE;
                })
                .orElseGet(() -> IdentityNumber.of(typed).value());
    }

    private Object day(SheetCell cell) {
        Optional<LocalDate> day = SheetDates.read(cell);
        if (day.isEmpty()) {
            return RowFlaw.DAY;
        }
        return day.get().isAfter(asOf) ? RowFlaw.DAY_AHEAD : day.get().toString();
    }

    private static Object measure(SheetCell cell) {
        BigDecimal number = cell.number();
        if (number != null && number.signum() >= 0) {
            return number.setScale(MEASURE_DECIMALS, RoundingMode.HALF_UP)
                    .unscaledValue()
                    .toString();
        }
        var parts = MEASURE.matcher(SheetText.plain(cell.text()).replace(",", ""));
        if (!parts.matches()) {
            return RowFlaw.MEASURE;
        }
        String hundredths = parts.group(2) == null ? "00" : (parts.group(2) + "0").substring(0, MEASURE_DECIMALS);
        return Long.toString(Long.parseLong(parts.group(1) + hundredths));
    }

    private static Object words(SheetCell cell) {
        String written = cell.text()
                .codePoints()
                .filter(point -> !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return written.length() > MOST_CHARACTERS ? RowFlaw.TOO_LONG : written;
    }
}
