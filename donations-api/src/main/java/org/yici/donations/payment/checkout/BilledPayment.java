package org.yici.donations.payment.checkout;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.discrepancy.Discrepancies;
import org.yici.donations.payment.discrepancy.Discrepancy;
import org.yici.donations.payment.order.BillLine;
import org.yici.donations.payment.order.OrderNumber;
import reactor.core.publisher.Mono;

/** A bill names a payment that is not plainly one of ours. If its order is ours and nobody has told us, the provider is asked. */
@Component
public class BilledPayment {

    private final Orders orders;
    private final AskProvider asking;
    private final Discrepancies discrepancies;

    BilledPayment(Orders orders, AskProvider asking, Discrepancies discrepancies) {
        this.orders = orders;
        this.asking = asking;
        this.discrepancies = discrepancies;
    }

    /** True when it is in the books now, for the amount that the bill says. Else it waits for a person. */
    public Mono<Boolean> settle(String provider, BillLine line) {
        return find(provider, line)
                .flatMap(found -> found.filter(order -> isOf(order, line))
                        .map(order -> asking.about(order).then(find(provider, line)))
                        .orElseGet(() -> Mono.just(found)))
                .flatMap(now -> judge(provider, now, line));
    }

    private Mono<Optional<StoredOrder>> find(String provider, BillLine line) {
        String ours = line.ours();
        return Mono.justOrEmpty(ours == null ? Optional.<OrderNumber>empty() : OrderNumber.parse(ours))
                .flatMap(number -> orders.find(provider, number))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private static boolean isOf(StoredOrder order, BillLine line) {
        return order.order().amount().fen() == line.fen();
    }

    private Mono<Boolean> judge(String provider, Optional<StoredOrder> found, BillLine line) {
        if (found.isEmpty()) {
            return open(Discrepancy.Kind.UNKNOWN_ORDER, provider, line).thenReturn(false);
        }
        StoredOrder order = found.get();
        if (!isOf(order, line)) {
            return open(Discrepancy.Kind.OTHER_AMOUNT, provider, line).thenReturn(false);
        }
        String payment = order.order().payment();
        if (payment != null && !payment.equals(line.theirs())) {
            return open(Discrepancy.Kind.OTHER_PAYMENT, provider, line).thenReturn(false);
        }
        return order.paidFor() != null
                ? Mono.just(true)
                : open(Discrepancy.Kind.NOT_BOOKABLE, provider, line).thenReturn(false);
    }

    private Mono<Void> open(Discrepancy.Kind kind, String provider, BillLine line) {
        return discrepancies.open(kind, provider, line.theirs(), null, line.fen());
    }
}
