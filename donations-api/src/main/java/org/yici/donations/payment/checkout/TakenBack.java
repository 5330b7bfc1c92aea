package org.yici.donations.payment.checkout;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.refund.ForcedRefund;
import org.yici.ledger.Money;
import org.yici.platform.outcome.Refusal;
import reactor.core.publisher.Mono;

/** A payment that the donor's bank takes back by force: recorded in the books at once, and shown to a person. */
@Component
public class TakenBack {

    private final Orders orders;
    private final ForcedRefund forced;
    private final Discrepancies discrepancies;

    TakenBack(Orders orders, ForcedRefund forced, Discrepancies discrepancies) {
        this.orders = orders;
        this.forced = forced;
        this.discrepancies = discrepancies;
    }

    /** A payment is taken back once, whatever it is told by. */
    public Mono<Void> takeBack(String provider, Notice.Disputed disputed) {
        return orders.findByPayment(provider, disputed.payment())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> found.filter(order -> order.paidFor() != null && inOurCurrency(disputed))
                        .map(order -> record(provider, order, disputed))
                        .orElseGet(Mono::empty)
                        .then(open(
                                provider,
                                disputed,
                                found.map(StoredOrder::paidFor).orElse(null))));
    }

    private Mono<Void> record(String provider, StoredOrder order, Notice.Disputed disputed) {
        DonationId gift = order.paidFor();
        return gift == null
                ? Mono.empty()
                : forced.record(new ForcedRefund.Dispute(
                                provider, disputed.payment(), gift, Money.ofFen(disputed.fen())))
                        .flatMap(outcome -> outcome.fold(recorded -> orders.disputed(order), TakenBack::laterOrNever));
    }

    /** What the books cannot take now must be told again; else the discrepancy waits for a person. */
    private static Mono<Void> laterOrNever(Refusal refusal) {
        return refusal.reason().status() == HttpStatus.SERVICE_UNAVAILABLE.value()
                ? Mono.error(new DataAccessResourceFailureException(
                        "a dispute cannot be booked now: " + refusal.reason().word()))
                : Mono.empty();
    }

    private Mono<Void> open(String provider, Notice.Disputed disputed, @Nullable DonationId gift) {
        return discrepancies.open(Discrepancy.Kind.DISPUTE, provider, disputed.payment(), gift, disputed.fen());
    }

    private static boolean inOurCurrency(Notice.Disputed disputed) {
        return disputed.currency().equals(Money.CURRENCY);
    }
}
