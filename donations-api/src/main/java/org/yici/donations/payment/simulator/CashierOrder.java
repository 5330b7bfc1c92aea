package org.yici.donations.payment.simulator;

/**
 * An order as its donor sees it at the cashier.
 *
 * @param title what the merchant called it
 * @param back where the donor goes back to; empty where the provider does not know
 */
public record CashierOrder(String number, String title, long fen, Standing standing, String back) {

    /** Whether there is something to pay. */
    public enum Standing {
        OPEN,
        PAID,
        /** Closed, or its time is over. */
        ENDED
    }
}
