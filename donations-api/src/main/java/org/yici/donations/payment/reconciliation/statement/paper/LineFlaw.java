package org.yici.donations.payment.reconciliation.statement.paper;

/** What can be wrong with a line. Every sentence begins with the line's row. */
enum LineFlaw {
    DATE,
    /** A day that has not come yet. */
    DATE_AHEAD,
    AMOUNT,
    NO_AMOUNT,
    /** Both came in and went out. */
    TWO_AMOUNTS,
    /** Neither in nor out, as far as it says. */
    DIRECTION,
    OTHER_CURRENCY,
    NUMBER,
    /** A number of more digits than a spreadsheet keeps: the last ones are made up. */
    NUMBER_DIGITS,
    BALANCE_UNREADABLE,
    /** Takes the balance that it should be and the one that stands there. */
    BALANCE,
    /** A row that sums up. Takes the sum that stands there and that of the lines. */
    TOTAL,
    /** The parts of an entry do not come to the entry. */
    PARTS;

    String messageKey() {
        return "statement.flaw." + name();
    }
}
