package org.yici.disbursement.crosscheck.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.sheet.SheetHeading;
import org.yici.platform.sheet.SheetRow;
import org.yici.platform.sheet.SheetText;

/** Walks down one extract and says of every row what it is: titles, the heading, people, totals and notes. One an extract. */
final class ExtractWalk {

    private static final int HEADING_WITHIN_ROWS = 50;
    /** The fewest columns that make a row a heading: a title may say one. */
    private static final int HEADING_COLUMNS = 2;

    private static final Pattern TOTAL = Pattern.compile("(合计|总计|共计|小计|本页|累计|total|subtotal|sum).*");
    private static final Pattern EXAMPLE = Pattern.compile("\\((例|example)\\).*");

    private final ExtractKind kind;
    private final LocalDate asOf;
    private @Nullable SheetHeading<Column> heading;
    private @Nullable SheetRow headingRow;
    private int titles;
    private int people;

    ExtractWalk(ExtractKind kind, LocalDate asOf) {
        this.kind = kind;
        this.asOf = asOf;
    }

    /** @throws InvalidInput where there is no heading, or it lacks a column that is needed, or counts in ten thousands */
    Stream<Piece> row(SheetRow row) {
        SheetHeading<Column> known = heading;
        if (known == null) {
            lookForHeading(row);
            return Stream.empty();
        }
        Map<Column, SheetCell> cells = known.cells(row);
        boolean total = isTotal(row, cells);
        if (total || known.isRepeatedBy(row, Column.IDENTITY) || isNobodys(cells)) {
            return Stream.of(new Piece.PassedOver(row.number(), total));
        }
        people++;
        RowReading.Result read = RowReading.read(row.number(), cells, this::cell, kind, asOf);
        ExtractRow kept = read.row();
        return Stream.of(kept == null ? new Piece.Refused(row.number(), read.problems()) : new Piece.Kept(kept));
    }

    boolean hasHeading() {
        return heading != null;
    }

    /** @throws InvalidInput where there was no heading, or nobody below it */
    Stream<Piece> end() {
        if (heading == null) {
            throw InvalidInput.of("file", "input.crosscheck.no-heading");
        }
        if (people == 0) {
            throw InvalidInput.of("file", "input.crosscheck.no-rows");
        }
        return Stream.empty();
    }

    private void lookForHeading(SheetRow row) {
        SheetHeading<Column> found = SheetHeading.in(row, Column.class, kind::under);
        if (found.columns().contains(Column.IDENTITY) && found.columns().size() >= HEADING_COLUMNS) {
            complete(found);
            refuseTenThousands(row);
            heading = found;
            headingRow = row;
        } else if (++titles > HEADING_WITHIN_ROWS) {
            throw InvalidInput.of("file", "input.crosscheck.no-heading");
        }
    }

    private void complete(SheetHeading<Column> found) {
        List<FieldError> missing = kind.needed().stream()
                .filter(column -> !found.columns().contains(column))
                .map(column -> FieldError.of("file", "input.crosscheck.no-column." + column))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidInput(missing);
        }
    }

    /** 注册资本（万元） would be read ten thousand times too small. */
    private void refuseTenThousands(SheetRow row) {
        boolean counts = row.cells().stream()
                .filter(cell -> SheetText.plain(cell.text()).contains("万元"))
                .anyMatch(cell -> kind.under(SheetHeading.plain(cell.text()))
                        .filter(column -> column.sort() == Column.Sort.AMOUNT)
                        .isPresent());
        if (counts) {
            throw InvalidInput.of("file", "input.crosscheck.ten-thousands");
        }
    }

    /** Says that it is one, and has nobody's number; where its figures stand under the number's heading, nobody is named either. */
    private static boolean isTotal(SheetRow row, Map<Column, SheetCell> cells) {
        SheetCell identity = cells.getOrDefault(Column.IDENTITY, SheetCell.EMPTY);
        boolean blank = identity.isBlank() || identity.spread();
        boolean says = row.cells().stream()
                .anyMatch(cell -> cell.number() == null
                        && TOTAL.matcher(SheetText.plain(cell.text())).matches());
        return says
                && (blank
                        || TOTAL.matcher(SheetText.plain(identity.text())).matches()
                        || !SheetText.mayBeNumber(identity.text()) && !isNamed(cells));
    }

    /** Neither 980人 nor a dash is a name. */
    private static boolean isNamed(Map<Column, SheetCell> cells) {
        String name =
                SheetText.plain(cells.getOrDefault(Column.NAME, SheetCell.EMPTY).text());
        return name.chars().anyMatch(Character::isLetter)
                && !TOTAL.matcher(name).matches()
                && name.chars().noneMatch(Character::isDigit);
    }

    /** A note, without anybody's name or number. The example of our own template, too. */
    private static boolean isNobodys(Map<Column, SheetCell> cells) {
        String name =
                SheetText.plain(cells.getOrDefault(Column.NAME, SheetCell.EMPTY).text());
        SheetCell identity = cells.getOrDefault(Column.IDENTITY, SheetCell.EMPTY);
        return EXAMPLE.matcher(name).matches() || (identity.isBlank() || identity.spread()) && name.isEmpty();
    }

    private String cell(Column column, int row) {
        SheetRow named = headingRow;
        for (int i = 0; named != null && i < named.cells().size(); i++) {
            if (kind.under(SheetHeading.plain(named.cell(i).text()))
                    .filter(column::equals)
                    .isPresent()) {
                return letters(i) + row;
            }
        }
        return Integer.toString(row);
    }

    private static String letters(int place) {
        StringBuilder letters = new StringBuilder();
        for (int rest = place + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
