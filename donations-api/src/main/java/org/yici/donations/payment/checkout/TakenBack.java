package org.yici.donations.payment.checkout;

import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.discrepancy.Discrepancies;
import org.yici.donations.payment.discrepancy.Discrepancy;
import org.yici.donations.payment.order.BillLine;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.OrderNumber;
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

    /** A notice names the payment. A dispute is recorded once, whatever it is told by; a payment may have several. */
    public Mono<Void> takeBack(String provider, Notice.Disputed disputed) {
        boolean ours = disputed.currency().equals(Money.CURRENCY);
        return takeBack(
                        provider,
                        disputed.dispute(),
                        disputed.fen(),
                        orders.findByPayment(provider, disputed.payment()).filter(order -> ours))
                .then();
    }

    /** A bill names the order. True when the dispute is in the books now; it is told again until it is. */
    public Mono<Boolean> takeBack(String provider, BillLine line) {
        return takeBack(
                provider,
                line.theirs(),
                line.fen(),
                Mono.justOrEmpty(OrderNumber.parse(Objects.requireNonNullElse(line.ours(), "")))
                        .flatMap(number -> orders.find(provider, number)));
    }

    private Mono<Boolean> takeBack(String provider, String dispute, long fen, Mono<StoredOrder> of) {
        return of.map(Optional::of).defaultIfEmpty(Optional.empty()).flatMap(found -> {
            DonationId gift = found.map(StoredOrder::paidFor).orElse(null);
            Mono<Boolean> recorded =
                    gift == null ? Mono.just(false) : record(provider, dispute, fen, found.orElseThrow(), gift);
            return recorded.delayUntil(
                    done -> discrepancies.open(Discrepancy.Kind.DISPUTE, provider, dispute, gift, fen));
        });
    }

    private Mono<Boolean> record(String provider, String dispute, long fen, StoredOrder order, DonationId gift) {
        return forced.record(new ForcedRefund.Dispute(provider, dispute, gift, Money.ofFen(fen)))
                .flatMap(outcome ->
                        outcome.fold(recorded -> orders.disputed(order).thenReturn(true), TakenBack::laterOrNever));
    }

    /** What the books cannot take now must be told again; else the discrepancy waits for a person. */
    private static Mono<Boolean> laterOrNever(Refusal refusal) {
        return refusal.reason().status() == HttpStatus.SERVICE_UNAVAILABLE.value()
                ? Mono.error(new DataAccessResourceFailureException(
                        "a dispute cannot be booked now: " + refusal.reason().word()))
                : Mono.just(false);
    }
}
