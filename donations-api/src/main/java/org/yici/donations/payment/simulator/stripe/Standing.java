package org.yici.donations.payment.simulator.stripe;

/** Where a session and its payment stand, in Stripe's three words. */
enum Standing {
    OPEN("open", "unpaid", "requires_payment_method"),
    EXPIRED("expired", "unpaid", "canceled"),
    /** The donor has chosen a slow method: the money is on its way. */
    PROCESSING("complete", "unpaid", "processing"),
    /** The slow method has failed. */
    FAILED("complete", "unpaid", "requires_payment_method"),
    PAID("complete", "paid", "succeeded");

    final String status;
    final String paymentStatus;
    final String intentStatus;

    Standing(String status, String paymentStatus, String intentStatus) {
        this.status = status;
        this.paymentStatus = paymentStatus;
        this.intentStatus = intentStatus;
    }
}
