package org.yici.donations.payment.reconciliation.statement.paper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/**
 * A line of the bank's statement.
 *
 * @param row of the sheet, as its program shows it; of camt.053 the entry's place, from 1
 * @param moved what came in; what went out is below zero; never zero
 * @param number the bank's own number of it; null when the bank gives none
 * @param words who paid and what for, with all other numbers that stand there; empty for what went out or came back, which is
 *     nobody's business here
 * @param returned whether it came in because the bank could not pay it out, or booked it back
 */
public record BankLine(
        int row, LocalDate bookedOn, Money moved, @Nullable String number, String words, boolean returned) {

    /** Never the words: a record's own text ends up in logs. */
    @Override
    public String toString() {
        return "row " + row + " " + bookedOn + " " + moved;
    }
}
