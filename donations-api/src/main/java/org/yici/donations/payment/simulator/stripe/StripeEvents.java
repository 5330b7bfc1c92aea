package org.yici.donations.payment.simulator.stripe;

import java.time.Clock;
import java.time.Duration;
import org.yici.donations.payment.simulator.Letter;

/** What Stripe has to tell of an order or a refund, well signed or flawed in one way. Orders and refunds go by our numbers. */
public final class StripeEvents {

    private static final String FORGER = "whsec_of_somebody_else_altogether";

    private final String secret;
    private final SimulatedSessions sessions;
    private final SimulatedRefunds refunds;
    private final Clock clock;

    StripeEvents(String secret, SimulatedSessions sessions, SimulatedRefunds refunds, Clock clock) {
        this.secret = secret;
        this.sessions = sessions;
        this.refunds = refunds;
        this.clock = clock;
    }

    /** The session is completed; also when a slow method has not brought the money yet. */
    public StripeEvent completed(String order) {
        return about(sessions.ofNumber(order), "checkout.session.completed");
    }

    /** A slow method has brought the money. */
    public StripeEvent paidLate(String order) {
        return about(sessions.ofNumber(order), "checkout.session.async_payment_succeeded");
    }

    public StripeEvent expired(String order) {
        return about(sessions.ofNumber(order), "checkout.session.expired");
    }

    public StripeEvent refunded(String refund) {
        return StripeEvent.of("refund.updated", refunds.ofNumber(refund).json(), clock.instant());
    }

    /** The donor's bank has taken the money back. */
    public StripeEvent disputed(String order) {
        return StripeEvent.of(
                "charge.dispute.funds_withdrawn", sessions.ofNumber(order).disputeJson(), clock.instant());
    }

    /** As Stripe sends it, now. */
    public Letter letter(StripeEvent event) {
        return event.signed(secret, clock.instant());
    }

    /** As Stripe sent it a while ago (or will, when negative). */
    public Letter old(StripeEvent event, Duration age) {
        return event.signed(secret, clock.instant().minus(age));
    }

    /** As somebody sends it who has not the secret. */
    public Letter forged(StripeEvent event) {
        return event.signed(FORGER, clock.instant());
    }

    public Letter wrongAmount(String order, long by) {
        return letter(
                completed(order).saying("amount_total", sessions.ofNumber(order).fen() + by));
    }

    public Letter wrongCurrency(String order, String currency) {
        return letter(completed(order).saying("currency", currency));
    }

    /** Of an account that is not ours. */
    public Letter wrongMerchant(String order) {
        return letter(completed(order).with("account", "acct_of_somebody_else"));
    }

    /** Of real money, told where only tests are. */
    public Letter wrongMode(String order) {
        return letter(completed(order).with("livemode", true));
    }

    private StripeEvent about(SimulatedSession session, String type) {
        return StripeEvent.of(type, session.json("", false), clock.instant());
    }
}
