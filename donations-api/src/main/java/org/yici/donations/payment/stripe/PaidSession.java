package org.yici.donations.payment.stripe;

import com.stripe.model.checkout.Session;
import java.util.Locale;
import java.util.Optional;
import org.yici.donations.payment.order.Payment;

/** What a session says of its payment. */
final class PaidSession {

    private static final String COMPLETE = "complete";
    private static final String PAID = "paid";

    private PaidSession() {}

    /** Donors who choose a slow method complete the session first and pay later. */
    static boolean isPaid(Session session) {
        return COMPLETE.equals(session.getStatus()) && PAID.equals(session.getPaymentStatus());
    }

    /**
     * Empty when it lacks an amount, a currency or the payment's number. A session that is none of ours (the account may sell
     * calendars, too) goes by its own name.
     */
    static Optional<Payment> payment(Session session) {
        if (session.getId() == null
                || session.getPaymentIntent() == null
                || session.getAmountTotal() == null
                || session.getCurrency() == null) {
            return Optional.empty();
        }
        return Optional.of(new Payment(
                Optional.ofNullable(session.getClientReferenceId()).orElse(session.getId()),
                session.getPaymentIntent(),
                session.getAmountTotal(),
                session.getCurrency().toUpperCase(Locale.ROOT)));
    }
}
