package org.yici.donations.payment.reconciliation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.Settling;
import org.yici.donations.payment.checkout.BilledPayment;
import org.yici.donations.payment.checkout.Discrepancies;
import org.yici.donations.payment.checkout.Discrepancy.Kind;
import org.yici.donations.payment.checkout.TakenBack;
import org.yici.donations.payment.order.BillLine;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.donations.payment.refund.HearRefund;
import org.yici.ledger.Money;
import reactor.core.publisher.Mono;

/** Makes of a bill's line what it says: a payment that nobody told us of is kept, a settlement is booked; else it waits for a person. */
@Component
class SettleLine {

    private final BilledPayment payments;
    private final Settling settling;
    private final HearRefund refunds;
    private final TakenBack taking;
    private final Discrepancies discrepancies;
    private final Bills bills;

    SettleLine(
            BilledPayment payments,
            Settling settling,
            HearRefund refunds,
            TakenBack taking,
            Discrepancies discrepancies,
            Bills bills) {
        this.refunds = refunds;
        this.taking = taking;
        this.payments = payments;
        this.settling = settling;
        this.discrepancies = discrepancies;
        this.bills = bills;
    }

    Mono<Void> settle(String provider, BillLine line) {
        if (!line.currency().equals(Money.CURRENCY)) {
            return open(Kind.OTHER_CURRENCY, provider, line, null);
        }
        return switch (line.kind()) {
            case PAYMENT -> payment(provider, line);
            case REFUND -> refund(provider, line);
            case SETTLEMENT -> settlement(provider, line);
            case CHARGEBACK -> chargeback(provider, line);
            case OTHER -> open(Kind.UNCLEAR_LINE, provider, line, null);
            case FEE, FEE_BACK -> bills.matched(provider, line);
        };
    }

    private Mono<Void> payment(String provider, BillLine line) {
        return payments.settle(provider, line).flatMap(booked -> booked ? bills.matched(provider, line) : Mono.empty());
    }

    /** That a refund stands in a bill does not say that it has ended well: the provider is asked. */
    private Mono<Void> refund(String provider, BillLine line) {
        return Mono.justOrEmpty(OrderNumber.parse(Objects.requireNonNullElse(line.ours(), "")))
                .flatMap(number -> refunds.billed(number, Money.ofFen(line.fen())))
                .defaultIfEmpty(false)
                .flatMap(
                        ours -> ours ? bills.matched(provider, line) : open(Kind.UNKNOWN_REFUND, provider, line, null));
    }

    /** The line's own number is the payment's that is taken back. */
    private Mono<Void> chargeback(String provider, BillLine line) {
        return taking.takeBack(provider, new Notice.Disputed("bill", line.theirs(), line.fen(), line.currency()))
                .then(bills.matched(provider, line));
    }

    private Mono<Void> settlement(String provider, BillLine line) {
        return settling.settle(provider, Money.ofFen(line.fen()), line.theirs())
                .flatMap(outcome -> outcome.fold(
                        sequence -> bills.matched(provider, line),
                        refusal -> open(Kind.OTHER_SETTLEMENT, provider, line, null)));
    }

    private Mono<Void> open(Kind kind, String provider, BillLine line, @Nullable DonationId donation) {
        return discrepancies.open(kind, provider, line.theirs(), donation, line.fen());
    }
}
