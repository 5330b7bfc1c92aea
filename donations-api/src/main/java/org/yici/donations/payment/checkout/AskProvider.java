package org.yici.donations.payment.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.order.OrderState;
import org.yici.donations.payment.order.PaymentProvider;
import reactor.core.publisher.Mono;

/**
 * Asks a provider about one order: a payment that nobody has told us of is found; an order whose time is over is closed at
 * the provider, and only then here. What is paid and not booked yet is booked.
 */
@Component
class AskProvider {

    private static final Logger log = LoggerFactory.getLogger(AskProvider.class);
    private static final Duration AFTER_ITS_END = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int AT_ONCE_OF_ONE = 4;
    /** A closed order is looked after for as long as providers repeat their notices. */
    private static final Duration LOOKED_AFTER = Duration.ofHours(48);

    private final Orders orders;
    private final Providers providers;
    private final KeepPayment keeping;
    private final BookPayment booking;
    private final Clock wallClock;

    AskProvider(Orders orders, Providers providers, KeepPayment keeping, BookPayment booking, Clock wallClock) {
        this.orders = orders;
        this.providers = providers;
        this.keeping = keeping;
        this.booking = booking;
        this.wallClock = wallClock;
    }

    /** Everything that is due, each asked once. */
    Mono<Void> round(int most) {
        Instant now = wallClock.instant();
        return orders.due(now, most)
                .groupBy(order -> order.order().provider())
                .flatMap(ofOne -> ofOne.flatMap(order -> ask(order, now), AT_ONCE_OF_ONE))
                .then();
    }

    /** A provider that is silent keeps nobody from the others. */
    private Mono<Void> ask(StoredOrder order, Instant now) {
        return orders.claim(order, next(order, now))
                .filter(mine -> mine)
                .flatMap(mine -> about(order).then(Mono.defer(() -> leave(order, now))))
                .onErrorResume(error -> skip(order, error));
    }

    /** Only what was answered at last is left: one that the provider did not answer about is asked about again. */
    private Mono<Void> leave(StoredOrder order, Instant now) {
        boolean old = now.isAfter(order.order().expiresAt().plus(LOOKED_AFTER));
        return old && order.order().payment() == null ? orders.leave(order) : Mono.empty();
    }

    Mono<Void> about(StoredOrder order) {
        String payment = order.order().payment();
        if (payment != null) {
            return booking.book(order, payment);
        }
        return providers
                .find(order.order().provider())
                .map(provider -> state(provider, order).flatMap(state -> settle(order, state)))
                .orElseGet(() -> {
                    log.warn(
                            "Order {}: there is no provider {}",
                            order.order().number(),
                            order.order().provider());
                    return Mono.empty();
                });
    }

    private Mono<OrderState> state(PaymentProvider provider, StoredOrder order) {
        return order.state() != PaymentState.CLOSED
                        && wallClock.instant().isAfter(order.order().expiresAt())
                ? provider.close(order.order())
                : provider.query(order.order());
    }

    private Mono<Void> settle(StoredOrder order, OrderState state) {
        return state.fold(
                payment -> keeping.keep(order, payment), () -> Mono.<Void>empty(), () -> orders.closed(order));
    }

    /** When to ask next. Pauses grow with the time that has passed, so they double, up to six hours. */
    private static Instant next(StoredOrder order, Instant now) {
        Instant paidAt = order.paidAt();
        Instant since = paidAt == null ? order.order().expiresAt().plus(AFTER_ITS_END) : paidAt;
        return now.isBefore(since) ? since : now.plus(pause(Duration.between(since, now)));
    }

    private static Duration pause(Duration passed) {
        if (passed.compareTo(SOON) < 0) {
            return SOON;
        }
        return passed.compareTo(LONGEST_PAUSE) < 0 ? passed : LONGEST_PAUSE;
    }

    private static Mono<Void> skip(StoredOrder order, Throwable error) {
        log.warn("Order {} is asked about later: {}", order.order().number(), error.toString());
        return Mono.empty();
    }
}
