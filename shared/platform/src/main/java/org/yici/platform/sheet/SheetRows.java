package org.yici.platform.sheet;

import java.util.Iterator;

/**
 * The rows of a sheet, from the top, each read when it is asked for. What cannot be read is an
 * {@link org.yici.platform.outcome.InvalidInput} of the field {@code file}, and says what to do.
 */
public interface SheetRows extends Iterator<SheetRow>, AutoCloseable {

    /** The number of the last row, as far as a glance at the file tells: to show how far one is, and for nothing else. */
    int last();

    @Override
    void close();
}
