package org.yici.donations.payment.counter.line;

/** What can be wrong with a line. Kept with drafts: never renamed while one stands. */
public enum LineFlaw {
    MISSING,
    /** One value for several lines, where each needs its own. */
    MERGED,
    /** Takes the most characters. */
    TOO_LONG,
    /** Control characters, or half of one. */
    UNWRITABLE,
    DATE_UNREADABLE,
    DATE_AHEAD,
    AMOUNT_UNREADABLE,
    AMOUNT_SEPARATORS,
    /** More than two decimals. Nothing is rounded. */
    AMOUNT_DECIMALS,
    AMOUNT_NEGATIVE,
    AMOUNT_ZERO,
    /** Takes the most that a gift may be. */
    AMOUNT_TOO_LARGE,
    PHONE_SHAPE,
    METHOD_UNKNOWN,
    CAMPAIGN_UNKNOWN,
    CAMPAIGN_AMBIGUOUS,
    /** It takes no gifts now, and took none on the day of this one. */
    CAMPAIGN_NOT_OPEN,
    REFERENCE_SHAPE,
    /** A number of more digits than a spreadsheet keeps: the last ones are made up. */
    REFERENCE_DIGITS,
    /** Takes the row of the sheet that says the same. */
    TWICE,
    /** Takes the number of the batch and the row of its sheet that says the same. */
    SEEN_BEFORE,
    /** Takes the amount that is stated and the sum of the lines. */
    TOTAL_DIFFERS,
    /** Takes the count that is stated and that of the lines. */
    COUNT_DIFFERS;

    public String messageKey() {
        return "counter.flaw." + name();
    }
}
