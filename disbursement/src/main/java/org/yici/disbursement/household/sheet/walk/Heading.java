package org.yici.disbursement.household.sheet.walk;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yici.disbursement.household.sheet.line.Column;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.sheet.SheetRow;

/**
 * The row that names the columns, or two of them: clerks merge 监护人 over 姓名 and 电话. Of two columns with one meaning
 * the first counts.
 */
final class Heading {

    private final Map<Column, Integer> places;
    private final SheetRow first;

    private Heading(Map<Column, Integer> places, SheetRow first) {
        this.places = places;
        this.first = first;
    }

    /** The row as a heading: it names people and their numbers; empty when it is none. */
    static Optional<Heading> in(SheetRow row) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            int place = i;
            Column.under(row.cell(i).text()).ifPresent(column -> places.putIfAbsent(column, place));
        }
        boolean isHeading = places.containsKey(Column.NAME) && places.containsKey(Column.IDENTITY);
        return isHeading ? Optional.of(new Heading(places, row)) : Optional.empty();
    }

    /** The heading with its second row; empty when the row below is none of it. */
    Optional<Heading> withSecond(SheetRow row) {
        Map<Integer, Column> named = new HashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            SheetCell cell = row.cell(i);
            if (cell.isBlank() || cell.spread()) {
                continue;
            }
            Optional<Column> column = Column.under(above(i) + cell.text()).or(() -> Column.under(cell.text()));
            if (column.isEmpty()) {
                return Optional.empty();
            }
            named.put(i, column.get());
        }
        return named.isEmpty() ? Optional.empty() : Optional.of(joined(named));
    }

    private Heading joined(Map<Integer, Column> named) {
        Map<Column, Integer> all = new EnumMap<>(Column.class);
        places.forEach((column, place) -> {
            if (!named.containsKey(place)) {
                all.put(column, place);
            }
        });
        named.keySet().stream().sorted().forEach(place -> all.putIfAbsent(named.get(place), place));
        return new Heading(all, first);
    }

    /** What is merged over a column in the first row. */
    private String above(int place) {
        for (int i = place; i >= 0; i--) {
            if (!first.cell(i).isBlank()) {
                return first.cell(i).text();
            }
        }
        return "";
    }

    Collection<Column> columns() {
        return places.keySet();
    }

    /** Whether the row is this heading once more. */
    boolean isRepeatedBy(SheetRow row) {
        return Column.under(row.cell(place(Column.NAME)).text())
                        .filter(Column.NAME::equals)
                        .isPresent()
                && Column.under(row.cell(place(Column.IDENTITY)).text())
                        .filter(Column.IDENTITY::equals)
                        .isPresent();
    }

    /** The cells of a line by what they hold. */
    Map<Column, SheetCell> cells(SheetRow row) {
        Map<Column, SheetCell> cells = new EnumMap<>(Column.class);
        places.forEach((column, place) -> cells.put(column, row.cell(place)));
        return cells;
    }

    private int place(Column column) {
        return places.getOrDefault(column, Integer.MAX_VALUE);
    }
}
