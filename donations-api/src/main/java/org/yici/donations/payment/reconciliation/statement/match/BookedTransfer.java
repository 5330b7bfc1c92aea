package org.yici.donations.payment.reconciliation.statement.match;

/**
 * A gift that came by bank transfer, as the counter has booked it.
 *
 * @param sequence of its journal
 * @param reference the bank's own number of the transfer
 */
public record BookedTransfer(long sequence, String reference, long fen) {}
