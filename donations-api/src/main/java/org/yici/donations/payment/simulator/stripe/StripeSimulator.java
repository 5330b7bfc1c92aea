package org.yici.donations.payment.simulator.stripe;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.yici.donations.payment.simulator.CashierAddress;
import org.yici.donations.payment.simulator.Faults;
import org.yici.donations.payment.simulator.Letter;
import org.yici.donations.payment.simulator.Loopback;
import org.yici.donations.payment.simulator.Loopback.Answer;
import org.yici.donations.payment.simulator.Loopback.Call;
import org.yici.donations.payment.simulator.SimulatedCashier;

/**
 * The simulated Stripe: an account with fresh keys at a free port of this machine. Orders and refunds go by our own numbers.
 */
public final class StripeSimulator implements AutoCloseable {

    private static final int KEY_BYTES = 16;

    private final String secretKey = "sk_test_" + random();
    private final String webhookSecret = "whsec_" + random();
    private final Faults faults = new Faults();
    private final Remembered remembered = new Remembered();
    private final SimulatedBalance balance;
    private final SimulatedSessions sessions;
    private final SimulatedRefunds refunds;
    private final StripeEvents events;
    private final StripeCashier cashier;
    private final StripeRoutes routes;
    private final Loopback server;

    /**
     * @param clock wall clock; what Stripe checks against the time it checks against this one
     * @param outbox gets the notice of each payment that is made on the cashier's page
     */
    public StripeSimulator(Clock clock, Consumer<Letter> outbox) {
        this(clock, outbox, CashierAddress.OWN);
    }

    public StripeSimulator(Clock clock, Consumer<Letter> outbox, CashierAddress cashierAddress) {
        balance = new SimulatedBalance(clock);
        sessions = new SimulatedSessions(balance, clock);
        refunds = new SimulatedRefunds(sessions, balance, clock);
        events = new StripeEvents(webhookSecret, sessions, refunds, clock);
        cashier = new StripeCashier(sessions, order -> outbox.accept(events.letter(events.completed(order))));
        routes = new StripeRoutes(secretKey, sessions, refunds, balance, remembered, cashierAddress);
        server = new Loopback(faults, this::answer);
    }

    private Answer answer(Call call) {
        return call.path().startsWith(StripeCashier.PATH) ? cashier.answer(call) : routes.answer(call);
    }

    /** What switches our provider on, against this simulator: properties {@code yici.payment.stripe.…}. */
    public Map<String, String> settings() {
        return Map.of(
                "yici.payment.stripe.secret-key", secretKey,
                "yici.payment.stripe.webhook-secret", webhookSecret,
                "yici.payment.stripe.base-url", address());
    }

    /** For a cashier that somebody else shows. */
    public SimulatedCashier cashier() {
        return new HostedCheckout(sessions, events, faults);
    }

    /** For the setting {@code base-url}. */
    public String address() {
        return server.address();
    }

    /** For the setting {@code secret-key}. */
    public String secretKey() {
        return secretKey;
    }

    /** For the setting {@code webhook-secret}. */
    public String webhookSecret() {
        return webhookSecret;
    }

    public Faults faults() {
        return faults;
    }

    public StripeEvents events() {
        return events;
    }

    /** The donor pays in time, by card; nobody is told. */
    public void pay(String order) {
        sessions.pay(order);
    }

    /** The donor chooses a method that takes days. */
    public void payLater(String order) {
        sessions.payLater(order);
    }

    /** The money comes, whatever was said before. */
    public void payLate(String order) {
        sessions.payLate(order);
    }

    /** The slow method fails. */
    public void failLate(String order) {
        sessions.fail(order);
    }

    /** How the next refund begins: {@code succeeded}, {@code pending}, {@code requires_action}, {@code failed}. */
    public void nextRefund(String status) {
        refunds.next(status);
    }

    public void settleRefund(String refund, String status) {
        refunds.settle(refund, status);
    }

    /** The donor's bank takes the money back. */
    public void winDispute(String order) {
        balance.won(sessions.ofNumber(order));
    }

    /** Our bank sends the last payout back. */
    public void bounce() {
        balance.bounce();
    }

    /** The donor's bank takes the money back. */
    public void dispute(String order) {
        balance.disputed(sessions.ofNumber(order));
    }

    /** Pays the balance out to our bank. Answers how much, in fen. */
    public long settle() {
        return balance.settle();
    }

    /** A flaw of the bill: a payment that is none of ours. */
    public void addForeign(long fen) {
        balance.addForeign(fen);
    }

    /** A flaw of the bill: all of an order or refund is missing. */
    public void lose(String number) {
        balance.lose(number);
    }

    /** A flaw of the bill: another amount than was paid. */
    public void alter(String number, long byFen) {
        balance.alter(number, byFen);
    }

    /** Stripe keeps the money in another currency. */
    public void exchange(String number, String currency) {
        balance.exchange(number, currency);
    }

    /** Stripe forgets the keys of requests, as it does after a day or more. */
    public void forgetKeys() {
        remembered.forget();
    }

    /** How many orders it has ever opened. */
    public int orders() {
        return sessions.size();
    }

    /** How many refunds it has ever accepted. */
    public int refunds() {
        return refunds.size();
    }

    private static String random() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        server.close();
    }
}
