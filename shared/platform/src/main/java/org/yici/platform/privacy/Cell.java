package org.yici.platform.privacy;

import java.nio.charset.StandardCharsets;

/**
 * The one place where an encrypted value belongs. It is authenticated with the value, so that a ciphertext copied to
 * another row or column does not decrypt.
 *
 * @param table with its schema, such as {@code disbursement.household}
 * @param row the id of the row, known before it is written
 */
public record Cell(String table, String row, String column) {
    public Cell {
        if ((table + row + column).indexOf('|') >= 0) {
            throw new IllegalArgumentException("A part of a cell's name holds the separator");
        }
    }

    public static Cell of(String table, Object row, String column) {
        return new Cell(table, row.toString(), column);
    }

    byte[] associatedData() {
        return (table + "|" + row + "|" + column).getBytes(StandardCharsets.UTF_8);
    }
}
