package org.yici.donations.payment.reconciliation.statement.match;

import java.time.LocalDate;

/**
 * A settlement that our books have and no line of a statement stands for yet.
 *
 * @param sequence of its journal
 * @param number the provider's own
 * @param day when the provider has paid it out, as its bill says; else when it was booked
 * @param missed whether somebody was told already that the bank does not show it
 */
public record BookedSettlement(
        long sequence, String provider, String number, long fen, LocalDate day, boolean missed) {}
