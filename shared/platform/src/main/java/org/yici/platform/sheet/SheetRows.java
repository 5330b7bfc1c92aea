package org.yici.platform.sheet;

import java.util.Iterator;

/**
 * The rows of a sheet, from the top, each read when it is asked for. What cannot be read is an
 * {@link org.yici.platform.outcome.InvalidInput} of the field {@code file}, and says what to do.
 */
public interface SheetRows extends Iterator<SheetRow>, AutoCloseable {

    @Override
    void close();
}
