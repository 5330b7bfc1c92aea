package org.yici.donations.payment.simulator.stripe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The Checkout sessions, and what may happen to them. */
final class SimulatedSessions {

    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final String PRICE = "line_items[0][price_data]";

    private final Map<String, SimulatedSession> byNumber = new LinkedHashMap<>();
    private final SimulatedBalance balance;
    private final Clock clock;

    SimulatedSessions(SimulatedBalance balance, Clock clock) {
        this.balance = balance;
        this.clock = clock;
    }

    synchronized SimulatedSession create(StripeForm form) {
        if (!"payment".equals(form.needed("mode"))) {
            throw Declined.invalid("parameter_invalid_enum", "Only payments are simulated");
        }
        Instant now = clock.instant();
        Instant end = Instant.ofEpochSecond(form.amount("expires_at"));
        if (end.isBefore(now.plus(SHORTEST)) || end.isAfter(now.plus(LONGEST))) {
            throw Declined.invalid(
                    "parameter_invalid_integer", "expires_at must be between 30 minutes and 24 hours from now");
        }
        SimulatedSession session = new SimulatedSession(
                form.needed("client_reference_id"),
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()),
                form.needed(PRICE + "[product_data][name]"),
                form.amount(PRICE + "[unit_amount]"),
                form.needed(PRICE + "[currency]"),
                form.needed("success_url"),
                now,
                end,
                Standing.OPEN);
        byNumber.put(session.number(), session);
        return session;
    }

    /** By Stripe's name. @throws Declined when there is none */
    SimulatedSession get(String id) {
        return find(id, "checkout.session", session -> session.id().equals(id));
    }

    SimulatedSession ofIntent(String id) {
        return find(id, "payment_intent", session -> session.intent().equals(id));
    }

    SimulatedSession ofNumber(String number) {
        return find(number, "client_reference_id", session -> session.number().equals(number));
    }

    private synchronized SimulatedSession find(@Nullable String name, String what, Predicate<SimulatedSession> wanted) {
        return byNumber.values().stream()
                .filter(wanted)
                .findFirst()
                .map(this::now)
                .orElseThrow(() -> Declined.missing(what + ": " + name));
    }

    synchronized int size() {
        return byNumber.size();
    }

    synchronized SimulatedSession expire(String id) {
        SimulatedSession session = get(id);
        if (session.standing() != Standing.OPEN) {
            throw Declined.invalid(null, "Only Checkout Sessions with a status in [\"open\"] can be expired");
        }
        SimulatedSession expired = session.at(Standing.EXPIRED);
        place(expired);
        return expired;
    }

    /** The donor pays, in time. @throws Declined when the session is not open */
    synchronized void pay(String number) {
        begin(number, Standing.PAID);
    }

    /** The donor chooses a method that takes days. @throws Declined when the session is not open */
    synchronized void payLater(String number) {
        begin(number, Standing.PROCESSING);
    }

    private void begin(String number, Standing next) {
        SimulatedSession session = ofNumber(number);
        if (session.standing() != Standing.OPEN) {
            throw Declined.invalid(null, "The session is not open");
        }
        place(session.at(next));
    }

    /** Money comes, whatever was said before; twice is once. */
    synchronized void payLate(String number) {
        SimulatedSession session = ofNumber(number);
        if (session.standing() != Standing.PAID) {
            place(session.at(Standing.PAID));
        }
    }

    synchronized void fail(String number) {
        place(ofNumber(number).at(Standing.FAILED));
    }

    private SimulatedSession now(SimulatedSession session) {
        boolean over = session.standing() == Standing.OPEN && !clock.instant().isBefore(session.expiresAt());
        return over ? session.at(Standing.EXPIRED) : session;
    }

    private void place(SimulatedSession moved) {
        byNumber.put(moved.number(), moved);
        if (moved.standing() == Standing.PAID) {
            balance.charged(moved);
        }
    }
}
