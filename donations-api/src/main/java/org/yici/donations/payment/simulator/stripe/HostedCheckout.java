package org.yici.donations.payment.simulator.stripe;

import java.util.Optional;
import org.yici.donations.payment.simulator.CashierOrder;
import org.yici.donations.payment.simulator.Faults;
import org.yici.donations.payment.simulator.Letter;
import org.yici.donations.payment.simulator.NoticeKind;
import org.yici.donations.payment.simulator.SimulatedCashier;

/** The simulated page of Stripe Checkout. */
record HostedCheckout(SimulatedSessions sessions, StripeEvents events, Faults faults) implements SimulatedCashier {

    private static final long ONE_FEN = 1;

    @Override
    public String word() {
        return "stripe";
    }

    @Override
    public Optional<CashierOrder> find(String order) {
        return sessions.find(order)
                .map(session -> new CashierOrder(
                        order, session.title(), session.fen(), standing(session.standing()), session.back()));
    }

    @Override
    public boolean pay(String order) {
        try {
            sessions.pay(order);
            return true;
        } catch (Declined notOpen) {
            return false;
        }
    }

    @Override
    public Letter notice(String order, NoticeKind kind) {
        return switch (kind) {
            case TRUE -> events.letter(events.completed(order));
            case WRONG_AMOUNT -> events.wrongAmount(order, ONE_FEN);
            case FORGED -> events.forged(events.completed(order));
        };
    }

    @Override
    public String noticePath() {
        return "/callbacks/stripe";
    }

    private static CashierOrder.Standing standing(Standing session) {
        return switch (session) {
            case OPEN -> CashierOrder.Standing.OPEN;
            case PROCESSING, PAID -> CashierOrder.Standing.PAID;
            case EXPIRED, FAILED -> CashierOrder.Standing.ENDED;
        };
    }
}
