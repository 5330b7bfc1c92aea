package org.yici.donations.payment.checkout;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.DonationId;
import org.yici.donations.donation.RecentWishes;
import org.yici.donations.payment.ConfirmedGift;
import org.yici.donations.payment.Confirming;
import org.yici.donations.payment.PaidNotice;
import org.yici.donations.payment.PaymentReason;
import org.yici.donations.payment.discrepancy.Discrepancies;
import org.yici.donations.payment.discrepancy.Discrepancy;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Reason;
import org.yici.platform.outcome.Refusal;
import reactor.core.publisher.Mono;

/**
 * Puts a paid order into the books: it pays the gift that it was opened for, or, when another payment has, it is a gift of
 * its own, to the same campaign and from the same donor, under the order's id. Each payment is one journal.
 */
@Component
class BookPayment {

    private static final Set<Reason> PAID_OTHERWISE = Set.of(PaymentReason.OTHER_PAYMENT, PaymentReason.WRONG_METHOD);

    private final DatabaseClient database;
    private final RecentWishes recent;
    private final Confirming confirming;
    private final Orders orders;
    private final Discrepancies discrepancies;
    private final ProgramClock clock;

    BookPayment(
            DatabaseClient database,
            RecentWishes recent,
            Confirming confirming,
            Orders orders,
            Discrepancies discrepancies,
            ProgramClock clock) {
        this.database = database;
        this.recent = recent;
        this.confirming = confirming;
        this.orders = orders;
        this.discrepancies = discrepancies;
        this.clock = clock;
    }

    /** @param payment the provider's number of it */
    Mono<Void> book(StoredOrder order, String payment) {
        DonationId known = order.paidFor();
        return known == null ? payGift(order, payment) : Mono.empty();
    }

    private Mono<Void> payGift(StoredOrder order, String payment) {
        DonationId gift = order.order().donation();
        return byThisMethod(order)
                .then(Mono.defer(() -> confirm(order, gift, payment)))
                .flatMap(outcome -> outcome.fold(
                        booked -> orders.booked(order, gift),
                        refusal -> PAID_OTHERWISE.contains(refusal.reason())
                                ? second(order, payment)
                                : refused(order, payment, refusal)));
    }

    /** A gift is paid by the method that pays it, whatever its donor had chosen first. */
    private Mono<Void> byThisMethod(StoredOrder order) {
        return database.sql("update donations.wish set method = $2 where id = $1 and method <> $2")
                .bind(0, order.order().donation().value())
                .bind(1, order.order().provider())
                .then()
                // Always: another instance may have changed it.
                .doOnSuccess(done -> recent.forget(order.order().donation()));
    }

    private Mono<Void> second(StoredOrder order, String payment) {
        return database.sql(
                        "insert into donations.wish (id, amount, created_at, pay_until, ask_at, status, campaign, method,"
                                + " place, donor)"
                                + " select $1, $2, $3, now(), 'infinity', 'CLOSED', g.campaign, $4, g.place, g.donor"
                                + " from donations.gift g where g.id = $5"
                                + " and not exists (select from donations.donation d where d.id = $1) on conflict do nothing")
                .bind(0, order.id().value())
                .bind(1, order.order().amount().fen())
                .bind(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .bind(3, order.order().provider())
                .bind(4, order.order().donation().value())
                .then()
                .then(Mono.defer(() -> confirm(order, order.id(), payment)))
                .flatMap(outcome -> outcome.fold(
                        booked -> discrepancies
                                .open(
                                        Discrepancy.Kind.SECOND_PAYMENT,
                                        order.order().provider(),
                                        payment,
                                        order.id(),
                                        order.order().amount().fen())
                                .then(orders.booked(order, order.id())),
                        refusal -> refused(order, payment, refusal)));
    }

    private Mono<Outcome<ConfirmedGift>> confirm(StoredOrder order, DonationId gift, String payment) {
        return confirming.confirm(
                new PaidNotice(gift, order.order().provider(), order.order().amount(), payment));
    }

    /** What the books cannot take now must come again; what they never will waits for a person. */
    private Mono<Void> refused(StoredOrder order, String payment, Refusal refusal) {
        return refusal.reason().status() == HttpStatus.SERVICE_UNAVAILABLE.value()
                ? Mono.error(new DataAccessResourceFailureException(
                        "order " + order.order().number() + " cannot be booked now: "
                                + refusal.reason().word()))
                : discrepancies.open(
                        Discrepancy.Kind.NOT_BOOKABLE,
                        order.order().provider(),
                        payment,
                        order.order().donation(),
                        order.order().amount().fen());
    }
}
