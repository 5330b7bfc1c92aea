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
import org.yici.platform.privacy.PrivacyReason;
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
            Said said = reading.read(column, cell);
            if (said.flaw() != null) {
                reading.problems.add(RowProblem.of(places.cell(column, row), column, cell.text(), said.flaw()));
            } else if (said.fact() != null) {
                facts.put(column, said.fact());
            }
        }
        return new Result(reading.problems.isEmpty() ? new ExtractRow(row, facts) : null, reading.problems);
    }

    /** Where a column stands, as the spreadsheet program calls the cell. */
    interface Places {
        String cell(Column column, int row);
    }

    /** What a cell says: a fact, a flaw, or nothing. */
    private record Said(@Nullable String fact, @Nullable RowFlaw flaw) {
        static final Said NOTHING = new Said(null, null);

        static Said fact(String fact) {
            return fact.isEmpty() ? NOTHING : new Said(fact, null);
        }

        static Said wrong(RowFlaw flaw) {
            return new Said(null, flaw);
        }
    }

    private Said read(Column column, SheetCell cell) {
        boolean nothing = cell.isBlank() || NOTHING.contains(cell.text());
        if (nothing) {
            return kind.needed().contains(column) ? Said.wrong(RowFlaw.MISSING) : Said.NOTHING;
        }
        return switch (column.sort()) {
            case IDENTITY -> identity(cell);
            case DAY -> day(cell);
            case AMOUNT ->
                SheetMoney.read(cell)
                        .money()
                        .map(Money::fen)
                        .map(fen -> Said.fact(fen.toString()))
                        .orElse(Said.wrong(RowFlaw.AMOUNT));
            case MEASURE -> measure(cell);
            case NAME, WORDS, NUMBERED, HIDDEN -> words(cell);
        };
    }

    private static Said identity(SheetCell cell) {
        String typed = SheetText.narrow(cell.text()).replaceFirst("^['’‘`]", "");
        if (cell.number() != null && typed.length() > DIGITS_KEPT
                || EXPONENT.matcher(typed).matches()) {
            return Said.wrong(RowFlaw.DIGITS_LOST);
        }
        if (FIRST_GENERATION.matcher(typed).matches()) {
            return Said.wrong(RowFlaw.IDENTITY_OLD);
        }
        return IdentityNumber.fault(typed)
                .map(fault -> Said.wrong(flaw(fault)))
                .orElseGet(() -> Said.fact(IdentityNumber.of(typed).value()));
    }

    private static RowFlaw flaw(PrivacyReason fault) {
        return switch (fault) {
            case IDENTITY_NUMBER_BIRTH -> RowFlaw.IDENTITY_BIRTH;
            case IDENTITY_NUMBER_CHECKSUM -> RowFlaw.IDENTITY_CHECKSUM;
            default -> RowFlaw.IDENTITY_SHAPE;
        };
    }

    private Said day(SheetCell cell) {
        Optional<LocalDate> day = SheetDates.read(cell);
        if (day.isEmpty()) {
            return Said.wrong(RowFlaw.DAY);
        }
        return day.get().isAfter(asOf)
                ? Said.wrong(RowFlaw.DAY_AHEAD)
                : Said.fact(day.get().toString());
    }

    private static Said measure(SheetCell cell) {
        BigDecimal number = cell.number();
        if (number != null && number.signum() >= 0) {
            return Said.fact(number.setScale(MEASURE_DECIMALS, RoundingMode.HALF_UP)
                    .unscaledValue()
                    .toString());
        }
        var parts = MEASURE.matcher(SheetText.plain(cell.text()).replace(",", ""));
        if (!parts.matches()) {
            return Said.wrong(RowFlaw.MEASURE);
        }
        String hundredths = parts.group(2) == null ? "00" : (parts.group(2) + "0").substring(0, MEASURE_DECIMALS);
        return Said.fact(Long.toString(Long.parseLong(parts.group(1) + hundredths)));
    }

    private static Said words(SheetCell cell) {
        String written = cell.text()
                .codePoints()
                .filter(point -> !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return written.length() > MOST_CHARACTERS ? Said.wrong(RowFlaw.TOO_LONG) : Said.fact(written);
    }
}
