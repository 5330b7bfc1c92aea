package org.yici.donations.payment.simulator.stripe;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;

/** The refunds, and what becomes of them. */
final class SimulatedRefunds {

    private final Map<String, SimulatedRefund> byId = new LinkedHashMap<>();
    private final Queue<String> ends = new ArrayDeque<>();
    private final SimulatedSessions sessions;
    private final SimulatedBalance balance;
    private final Clock clock;

    SimulatedRefunds(SimulatedSessions sessions, SimulatedBalance balance, Clock clock) {
        this.sessions = sessions;
        this.balance = balance;
        this.clock = clock;
    }

    /** How the next one begins, in Stripe's words; {@code succeeded} when nothing is said. */
    synchronized void next(String status) {
        ends.add(status);
    }

    synchronized SimulatedRefund create(StripeForm form) {
        SimulatedSession session = sessions.ofIntent(form.needed("payment_intent"));
        long fen = form.amount("amount");
        if (session.standing() != Standing.PAID) {
            throw Declined.invalid("payment_intent_unexpected_state", "It has no successful charge to refund");
        }
        long left = session.fen() - sentBack(session);
        if (left == 0) {
            throw Declined.invalid("charge_already_refunded", "Charge has already been refunded");
        }
        if (fen > left) {
            throw Declined.invalid(null, "Refund amount is greater than unrefunded amount on charge");
        }
        SimulatedRefund refund = new SimulatedRefund(
                "re_" + (byId.size() + 1) + session.tag(),
                form.get("metadata[refund]"),
                session,
                fen,
                Objects.requireNonNullElse(ends.poll(), "succeeded"),
                clock.instant());
        byId.put(refund.id(), refund);
        if (refund.counts()) {
            balance.refunded(refund);
        }
        return refund;
    }

    private long sentBack(SimulatedSession session) {
        return byId.values().stream()
                .filter(one -> one.session().intent().equals(session.intent()) && one.counts())
                .mapToLong(SimulatedRefund::fen)
                .sum();
    }

    synchronized SimulatedRefund get(String id) {
        SimulatedRefund refund = byId.get(id);
        if (refund == null) {
            throw Declined.missing("refund: " + id);
        }
        return refund;
    }

    /** By our number. */
    synchronized SimulatedRefund ofNumber(String number) {
        return byId.values().stream()
                .filter(one -> number.equals(one.number()))
                .findFirst()
                .orElseThrow(() -> Declined.missing("refund: " + number));
    }

    synchronized int size() {
        return byId.size();
    }

    /** Tells how a refund ends. */
    synchronized void settle(String number, String status) {
        SimulatedRefund before = ofNumber(number);
        SimulatedRefund after = before.at(status);
        byId.put(after.id(), after);
        if (before.counts() && !after.counts()) {
            balance.returned(after);
        }
    }

    synchronized StripeJson list(StripeForm query) {
        SimulatedSession session = sessions.ofIntent(query.needed("payment_intent"));
        List<SimulatedRefund> wanted = byId.values().stream()
                .filter(one -> one.session().intent().equals(session.intent()))
                .toList();
        return StripeList.page("/v1/refunds", wanted, query, SimulatedRefund::id, SimulatedRefund::json);
    }
}
