package org.yici.donations.payment.checkout;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.discrepancy.Discrepancies;
import org.yici.donations.payment.discrepancy.Discrepancy;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.donations.payment.order.Payment;
import org.yici.ledger.Money;
import reactor.core.publisher.Mono;

/**
 * A provider has money for an order: compared with what was asked for, noted, and booked. May be called any number of times
 * for one payment, by notices and by asking, in any order: money moves once. What does not fit is kept as a discrepancy and
 * moves nothing.
 */
@Component
public class KeepPayment {

    private final Orders orders;
    private final BookPayment booking;
    private final Discrepancies discrepancies;

    KeepPayment(Orders orders, BookPayment booking, Discrepancies discrepancies) {
        this.orders = orders;
        this.booking = booking;
        this.discrepancies = discrepancies;
    }

    /** Fails when it cannot be done now; then the provider should tell us again, or is asked. */
    public Mono<Void> keep(String provider, Payment payment) {
        return Mono.justOrEmpty(OrderNumber.parse(payment.order()))
                .flatMap(number -> orders.find(provider, number))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> found.map(order -> keep(order, payment)).orElseGet(() -> unknown(provider, payment)));
    }

    Mono<Void> keep(StoredOrder order, Payment payment) {
        if (!payment.currency().equals(Money.CURRENCY)) {
            return open(Discrepancy.Kind.OTHER_CURRENCY, order, payment);
        }
        if (payment.fen() != order.order().amount().fen()) {
            return open(Discrepancy.Kind.OTHER_AMOUNT, order, payment);
        }
        return orders.paid(order, payment.number())
                .flatMap(mine -> mine
                        ? booking.book(order, payment.number())
                        : open(Discrepancy.Kind.OTHER_PAYMENT, order, payment));
    }

    private Mono<Void> unknown(String provider, Payment payment) {
        return discrepancies.open(Discrepancy.Kind.UNKNOWN_ORDER, provider, payment.number(), null, payment.fen());
    }

    private Mono<Void> open(Discrepancy.Kind kind, StoredOrder order, Payment payment) {
        return discrepancies.open(
                kind, order.order().provider(), payment.number(), order.order().donation(), payment.fen());
    }
}
