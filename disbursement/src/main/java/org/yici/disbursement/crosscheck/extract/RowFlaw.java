package org.yici.disbursement.crosscheck.extract;

/** What can be wrong with a row of an extract. Kept with drafts: never renamed while one stands. */
public enum RowFlaw {
    MISSING,
    IDENTITY_SHAPE,
    IDENTITY_CHECKSUM,
    IDENTITY_BIRTH,
    /** A number of the first generation, which the register does not know. */
    IDENTITY_OLD,
    /** A number of more digits than a spreadsheet keeps: the last ones are made up. */
    DIGITS_LOST,
    AMOUNT,
    MEASURE,
    DAY,
    /** After the day that the extract is of. */
    DAY_AHEAD,
    /** Takes the most characters. */
    TOO_LONG,
    /** No flaw: the row is a total, and was passed over. */
    TOTAL_ROW;

    public String messageKey() {
        return "crosscheck.flaw." + name();
    }
}
