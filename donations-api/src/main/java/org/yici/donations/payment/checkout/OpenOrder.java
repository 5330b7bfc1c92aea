package org.yici.donations.payment.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.DonationId;
import org.yici.donations.donation.DonationStatus;
import org.yici.donations.payment.PaymentReason;
import org.yici.donations.payment.order.Browser;
import org.yici.donations.payment.order.Checkout;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/**
 * Opens an order for a gift at a provider, or finds the one that is open: a page that is loaded again asks the provider
 * nothing. The order is on file before the provider hears of it, so that no payment comes for what we do not know.
 */
@Component
public class OpenOrder {

    /** Longer than the least that providers take (Stripe: 30 minutes). */
    private static final Duration TIME_TO_PAY = Duration.ofMinutes(35);

    private static final Duration FIRST_ASKED_AFTER = TIME_TO_PAY.plusSeconds(5);

    private final Orders orders;
    private final AskProvider asking;
    private final DatabaseClient database;
    private final Clock wallClock;

    OpenOrder(Orders orders, AskProvider asking, DatabaseClient database, Clock wallClock) {
        this.orders = orders;
        this.asking = asking;
        this.database = database;
        this.wallClock = wallClock;
    }

    /** @param payer and address: see {@link Order} */
    public record Wanted(
            Donation gift,
            String title,
            Browser browser,
            @Nullable String payer,
            @Nullable String address) {}

    /** How the donor goes on with an order that is open already, and can still be paid; empty when there is none. */
    public Mono<Checkout> shown(PaymentProvider provider, Donation gift, Browser browser) {
        return orders.open(gift.id(), provider.word(), provider.formFor(browser))
                .filter(stored -> !isOver(stored))
                .flatMap(stored -> Mono.justOrEmpty(stored.shown()));
    }

    /**
     * Refused: a gift that is closed ({@code payment-closed}) or has a payment already, in the books or not yet
     * ({@code payment-arrived}); whatever the provider refuses.
     */
    public Mono<Outcome<Checkout>> open(PaymentProvider provider, Wanted wanted) {
        if (wanted.gift().status() != DonationStatus.PENDING) {
            return Mono.just(Outcome.refused(PaymentReason.NOT_PAYABLE));
        }
        return keep(provider, wanted)
                .flatMap(stored -> isOver(stored)
                        ? asking.about(stored).then(Mono.defer(() -> keep(provider, wanted)))
                        : Mono.just(stored))
                .flatMap(stored -> stored.shown() == null
                        ? longerToPay(stored).then(tell(provider, stored))
                        : Mono.just(Outcome.done(stored.shown())))
                .defaultIfEmpty(Outcome.refused(PaymentReason.ARRIVED));
    }

    private Mono<StoredOrder> keep(PaymentProvider provider, Wanted wanted) {
        Instant now = wallClock.instant().truncatedTo(ChronoUnit.SECONDS);
        DonationId id = DonationId.at(now);
        return orders.keep(id, order(provider, id, wanted, now), now.plus(FIRST_ASKED_AFTER));
    }

    /** Its time to pay is over, and the provider may not have been asked to close it yet. */
    private boolean isOver(StoredOrder stored) {
        return wallClock.instant().isAfter(stored.order().expiresAt());
    }

    private Order order(PaymentProvider provider, DonationId id, Wanted wanted, Instant now) {
        return new Order(
                OrderNumber.of(id.value()),
                wanted.gift().id(),
                provider.word(),
                provider.formFor(wanted.browser()),
                wanted.gift().amount(),
                wanted.title(),
                wanted.payer(),
                wanted.address(),
                orders.back(wanted.gift().id()),
                now,
                now.plus(TIME_TO_PAY),
                null,
                null);
    }

    /** The gift does not close while its order is open. */
    private Mono<Void> longerToPay(StoredOrder stored) {
        return database.sql("update donations.wish set pay_until = greatest(pay_until, $2) where id = $1")
                .bind(0, stored.order().donation().value())
                .bind(1, stored.order().expiresAt().atOffset(ZoneOffset.UTC))
                .then();
    }

    private Mono<Outcome<Checkout>> tell(PaymentProvider provider, StoredOrder stored) {
        return provider.open(stored.order())
                .flatMap(outcome -> outcome.fold(
                        opened -> orders.opened(stored, opened).thenReturn(Outcome.done(opened.checkout())),
                        refusal -> Mono.just(Outcome.<Checkout>refused(refusal))));
    }
}
