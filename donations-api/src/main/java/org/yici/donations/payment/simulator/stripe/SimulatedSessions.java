package org.yici.donations.payment.simulator.stripe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The Checkout sessions, and what may happen to them. */
final class SimulatedSessions {

    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final String PRICE = "line_items[0][price_data]";

    private final Map<String, SimulatedSession> byNumber = new HashMap<>();
    /** Our numbers by Stripe's names of sessions and payments. */
    private final Map<String, String> numbers = new HashMap<>();

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
        numbers.put(session.id(), session.number());
        numbers.put(session.intent(), session.number());
        return session;
    }

    /** By Stripe's name. @throws Declined when there is none */
    synchronized SimulatedSession get(String id) {
        return known(numbers.get(id), "checkout.session: " + id);
    }

    synchronized SimulatedSession ofIntent(String id) {
        return known(numbers.get(id), "payment_intent: " + id);
    }

    synchronized SimulatedSession ofNumber(String number) {
        return known(number, "client_reference_id: " + number);
    }

    synchronized Optional<SimulatedSession> find(String number) {
        return Optional.ofNullable(byNumber.get(number)).map(this::now);
    }

    private SimulatedSession known(@Nullable String number, String what) {
        SimulatedSession session = number == null ? null : byNumber.get(number);
        if (session == null) {
            throw Declined.missing(what);
        }
        return now(session);
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
