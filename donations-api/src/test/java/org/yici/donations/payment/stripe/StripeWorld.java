package org.yici.donations.payment.stripe;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.Opened;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.donations.payment.order.OrderState;
import org.yici.donations.payment.order.ProviderCalls;
import org.yici.donations.payment.order.ProviderOutage;
import org.yici.donations.payment.order.ProviderRequest;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.order.RefundState;
import org.yici.donations.payment.simulator.Letter;
import org.yici.donations.payment.simulator.stripe.StripeEvent;
import org.yici.donations.payment.simulator.stripe.StripeSimulator;
import org.yici.ledger.Money;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A simulated Stripe, and the provider that talks to it with Stripe's own SDK. */
final class StripeWorld implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Short, so that a test need not wait for what hangs. */
    private static final Duration READ_LIMIT = Duration.ofMillis(600);

    final TurnedClock clock = new TurnedClock();
    final List<Letter> outbox = new ArrayList<>();
    final StripeSimulator stripe = new StripeSimulator(clock, outbox::add);
    final StripeProvider provider;
    private final Scheduler threads = Schedulers.newBoundedElastic(4, 20, "payments-test");

    StripeWorld() {
        provider = provider(stripe.secretKey());
    }

    /** The provider with another key. */
    StripeProvider provider(String secretKey) {
        StripeAccount account = new StripeSettings(secretKey, stripe.webhookSecret(), stripe.address()).checked();
        return StripeProvider.of(account, READ_LIMIT, new ProviderCalls(StripeProvider.WORD, threads), clock);
    }

    /** Half an hour to pay ¥10.00, not opened yet. */
    Order order() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        UUID id = UUID.randomUUID();
        return new Order(
                OrderNumber.of(id),
                new DonationId(id),
                StripeProvider.WORD,
                StripeProvider.CHECKOUT,
                Money.ofFen(1000),
                "日行一慈",
                null,
                null,
                "https://give.example.org/receipts/tok?a=1&b=2",
                now,
                now.plus(Duration.ofMinutes(30)),
                null,
                null);
    }

    Opened open(Order order) {
        return done(await(provider.open(order)));
    }

    /** Opened, and stored with Stripe's name. */
    Order opened() {
        Order order = order();
        return with(order, open(order).known(), null);
    }

    /** Opened and paid, and stored with Stripe's number of the payment. */
    Order paid() {
        Order order = opened();
        stripe.pay(order.number().value());
        OrderState state = await(provider.query(order));
        String payment = state.fold(paid -> paid.number(), () -> "unpaid", () -> "ended");
        return with(order, order.known(), payment);
    }

    static RefundOrder refund(Order order, long fen) {
        return new RefundOrder(OrderNumber.of(UUID.randomUUID()), order, Money.ofFen(fen), "退回", null);
    }

    static Order with(Order o, @Nullable String known, @Nullable String payment) {
        return new Order(
                o.number(),
                o.donation(),
                o.provider(),
                o.form(),
                o.amount(),
                o.title(),
                o.payer(),
                o.address(),
                o.back(),
                o.createdAt(),
                o.expiresAt(),
                known,
                payment);
    }

    Outcome<Notice> hear(Letter letter) {
        HttpHeaders headers = new HttpHeaders();
        letter.headers().forEach(headers::add);
        return provider.read(new ProviderRequest("", headers, letter.body(), clock.instant()));
    }

    Outcome<Notice> hear(StripeEvent event) {
        return hear(stripe.events().letter(event));
    }

    OrderState query(Order order) {
        return await(provider.query(order));
    }

    OrderState close(Order order) {
        return await(provider.close(order));
    }

    RefundState refund(RefundOrder refund) {
        return await(provider.refund(refund));
    }

    RefundState queryRefund(RefundOrder refund) {
        return await(provider.queryRefund(refund));
    }

    static <T> T await(Mono<T> mono) {
        T value = mono.block(PATIENCE);
        if (value == null) {
            throw new AssertionError("no answer");
        }
        return value;
    }

    static <T> T done(Outcome<T> outcome) {
        return outcome.fold(value -> value, refusal -> {
            throw new AssertionError(refusal);
        });
    }

    /** Why it is refused, and the arguments; {@code done} when it is not. */
    static String refused(Outcome<?> outcome) {
        return outcome.fold(value -> "done: " + value, refusal -> refusal.reason() + " " + refusal.arguments());
    }

    /** Says the provider and the call, and nothing that came from the provider. */
    static void isOutage(Mono<?> call) {
        assertThatThrownBy(() -> call.block(StripeWorld.PATIENCE))
                .isInstanceOf(ProviderOutage.class)
                .hasNoCause()
                .message()
                .matches("stripe: [a-z ]+ is not known to have worked \\([A-Za-z0-9 ]+\\)");
    }

    @Override
    public void close() {
        stripe.close();
        threads.dispose();
    }

    /** The wall clock, which a test may turn on. */
    static final class TurnedClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void turn(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
