package org.yici.platform.sheet;

import java.util.List;
import java.util.NoSuchElementException;

/** Leaves empty rows out, and refuses the sheet at the first row beyond the limit. */
final class CountedRows implements SheetRows {

    private static final SheetRow NONE = new SheetRow(0, List.of());

    private final SheetRows rows;
    private final int most;
    private SheetRow next = NONE;
    private int count;

    CountedRows(SheetRows rows, int most) {
        this.rows = rows;
        this.most = most;
    }

    @Override
    public boolean hasNext() {
        while (next.isBlank() && rows.hasNext()) {
            next = rows.next();
        }
        return !next.isBlank();
    }

    @Override
    public SheetRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (++count > most) {
            throw SheetFlaw.TOO_MANY_ROWS.refusal(most);
        }
        SheetRow row = next;
        next = NONE;
        return row;
    }

    @Override
    public int last() {
        return rows.last();
    }

    @Override
    public void close() {
        rows.close();
    }
}
