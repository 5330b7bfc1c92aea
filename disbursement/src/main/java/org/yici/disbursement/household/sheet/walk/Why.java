package org.yici.disbursement.household.sheet.walk;

/** What a row is that is nobody's line. */
public enum Why {
    TOTAL,
    /** The heading once more, as on every printed page. */
    HEADING,
    /** Who made the list, what it is about. */
    NOTE
}
