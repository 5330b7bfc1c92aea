package org.yici.disbursement.crosscheck.extract;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.yici.platform.privacy.IdentityNumber;

/**
 * What one row says of one person, in normal forms: fen, hundredths, {@code 2018-01-31}, words.
 *
 * @param row as the spreadsheet program shows it
 */
public record ExtractRow(int row, Map<Column, String> facts) {

    public ExtractRow {
        Map<Column, String> own = new EnumMap<>(Column.class);
        own.putAll(facts);
        facts = Collections.unmodifiableMap(own);
    }

    IdentityNumber identity() {
        return new IdentityNumber(String.valueOf(facts.get(Column.IDENTITY)));
    }

    /** Never what it says: a record's own text ends up in logs. */
    @Override
    public String toString() {
        return "row " + row;
    }
}
