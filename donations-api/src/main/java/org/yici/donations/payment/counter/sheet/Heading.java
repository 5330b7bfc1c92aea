package org.yici.donations.payment.counter.sheet;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.yici.donations.payment.counter.line.Column;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.sheet.SheetRow;

/** The row that names the columns. Of two columns with one meaning the first counts. */
final class Heading {

    private final Map<Column, Integer> places;

    private Heading(Map<Column, Integer> places) {
        this.places = places;
    }

    /** The row as a heading: it names the amount and the day or the donor; empty when it is none. */
    static Optional<Heading> in(SheetRow row) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            int place = i;
            Column.under(row.cell(i).text()).ifPresent(column -> places.putIfAbsent(column, place));
        }
        boolean isHeading = places.containsKey(Column.AMOUNT)
                && (places.containsKey(Column.DONOR) || places.containsKey(Column.DATE));
        return isHeading ? Optional.of(new Heading(places)) : Optional.empty();
    }

    Collection<Column> columns() {
        return places.keySet();
    }

    /** Whether the row is this heading once more. */
    boolean isRepeatedBy(SheetRow row) {
        SheetCell amount = row.cell(places.getOrDefault(Column.AMOUNT, 0));
        return amount.number() == null
                && Column.under(amount.text()).filter(Column.AMOUNT::equals).isPresent();
    }

    /** The cells of a line by what they hold. */
    Map<Column, SheetCell> cells(SheetRow row) {
        Map<Column, SheetCell> cells = new EnumMap<>(Column.class);
        places.forEach((column, place) -> cells.put(column, row.cell(place)));
        return cells;
    }
}
