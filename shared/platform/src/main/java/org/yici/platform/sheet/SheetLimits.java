package org.yici.platform.sheet;

/**
 * How large a sheet may be. Beyond it nothing more is read: the file is refused.
 *
 * @param fileBytes of the file as it was sent
 * @param inflatedBytes of each part of an .xlsx once it is unpacked
 * @param rows that are not empty
 * @param textCharacters in all the texts that the cells of an .xlsx share, which are held in memory
 */
public record SheetLimits(long fileBytes, long inflatedBytes, int rows, int textCharacters) {

    /** Two hundred thousand lines of a bank's, with room to spare. */
    public static final SheetLimits LARGE = new SheetLimits(32L << 20, 512L << 20, 250_000, 24 << 20);

    /** Columns behind this one are not read. */
    static final int COLUMNS = 256;

    /** No cell of ours says more; what is behind is cut off, so that whoever checks it finds it too long. */
    static final int CELL_CHARACTERS = 4_000;
}
