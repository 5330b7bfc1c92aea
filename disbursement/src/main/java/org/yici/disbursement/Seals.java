package org.yici.disbursement;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.platform.privacy.Cell;
import org.yici.platform.privacy.FieldCipher;

/** Sealed columns of this service's tables, written and read by one name: table, row, column. */
@Component
public final class Seals {

    private static final String SCHEMA = "disbursement.";

    private final FieldCipher cipher;

    Seals(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** Binds {@code value}, sealed for its cell, or null. */
    public GenericExecuteSpec bind(
            GenericExecuteSpec call, int index, @Nullable String value, String table, Object row, String column) {
        return value == null
                ? call.bindNull(index, byte[].class)
                : call.bind(index, cipher.encrypt(value, cell(table, row, column)));
    }

    public String open(Readable line, String table, Object row, String column) {
        return Objects.requireNonNull(openOrNull(line, table, row, column), column);
    }

    public @Nullable String openOrNull(Readable line, String table, Object row, String column) {
        return openOrNull(line, column, table, row, column);
    }

    /** The same where the query gives the column another name. */
    public @Nullable String openOrNull(Readable line, String as, String table, Object row, String column) {
        byte[] sealed = line.get(as, byte[].class);
        return sealed == null ? null : cipher.decrypt(sealed, cell(table, row, column));
    }

    /** A file, sealed for its cell. */
    public byte[] seal(byte[] value, String table, Object row, String column) {
        return cipher.encrypt(value, cell(table, row, column));
    }

    /** What {@link #seal} made of a file. */
    public byte[] openBytes(Readable line, String table, Object row, String column) {
        byte[] sealed = Objects.requireNonNull(line.get(column, byte[].class), column);
        return cipher.decryptBytes(sealed, cell(table, row, column));
    }

    private static Cell cell(String table, Object row, String column) {
        return Cell.of(SCHEMA + table, row, column);
    }
}
