package org.yici.donations.payment.counter.sheet;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.yici.donations.payment.counter.line.Column;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.sheet.SheetHeading;
import org.yici.platform.sheet.SheetRow;

/** The row that names the columns of a sheet of gifts. */
final class Heading {

    private final SheetHeading<Column> heading;

    private Heading(SheetHeading<Column> heading) {
        this.heading = heading;
    }

    /** The row as a heading: it names the amount and the day or the donor; empty when it is none. */
    static Optional<Heading> in(SheetRow row) {
        SheetHeading<Column> heading = SheetHeading.in(row, Column.class, Column::under);
        boolean isHeading = heading.columns().contains(Column.AMOUNT)
                && (heading.columns().contains(Column.DONOR)
                        || heading.columns().contains(Column.DATE));
        return isHeading ? Optional.of(new Heading(heading)) : Optional.empty();
    }

    Collection<Column> columns() {
        return heading.columns();
    }

    /** Whether the row is this heading once more. */
    boolean isRepeatedBy(SheetRow row) {
        return heading.isRepeatedBy(row, Column.AMOUNT);
    }

    /** The cells of a line by what they hold. */
    Map<Column, SheetCell> cells(SheetRow row) {
        return heading.cells(row);
    }
}
