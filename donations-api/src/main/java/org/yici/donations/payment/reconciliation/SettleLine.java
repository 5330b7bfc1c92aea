package org.yici.donations.payment.reconciliation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.Settling;
import org.yici.donations.payment.checkout.BilledPayment;
import org.yici.donations.payment.checkout.TakenBack;
import org.yici.donations.payment.discrepancy.Discrepancies;
import org.yici.donations.payment.discrepancy.Discrepancy.Kind;
import org.yici.donations.payment.order.BillLine;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.donations.payment.refund.DisputeWon;
import org.yici.donations.payment.refund.HearRefund;
import org.yici.donations.payment.refund.Refund;
import org.yici.donations.payment.refund.RefundReason;
import org.yici.ledger.Money;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Makes of a bill's line what it says: a payment that nobody told us of is kept, a settlement is booked; else it waits for a person. */
@Component
class SettleLine {

    private final BilledPayment payments;
    private final Settling settling;
    private final HearRefund refunds;
    private final TakenBack taking;
    private final DisputeWon won;
    private final Discrepancies discrepancies;
    private final Bills bills;

    SettleLine(
            BilledPayment payments,
            Settling settling,
            HearRefund refunds,
            TakenBack taking,
            DisputeWon won,
            Discrepancies discrepancies,
            Bills bills) {
        this.refunds = refunds;
        this.taking = taking;
        this.won = won;
        this.payments = payments;
        this.settling = settling;
        this.discrepancies = discrepancies;
        this.bills = bills;
    }

    Mono<Void> settle(String provider, BillLine line) {
        if (!line.currency().equals(Money.CURRENCY)) {
            return open(Kind.OTHER_CURRENCY, provider, line);
        }
        return switch (line.kind()) {
            case PAYMENT -> payment(provider, line);
            case REFUND -> refund(provider, line);
            case REFUND_BACK -> refundBack(provider, line);
            case SETTLEMENT, SETTLEMENT_BACK -> settlement(provider, line);
            case CHARGEBACK ->
                taking.takeBack(provider, line)
                        .flatMap(booked -> booked ? fits(provider, line) : bills.waits(provider, line));
            case CHARGEBACK_BACK -> disputeWon(provider, line);
            case OTHER -> open(Kind.UNCLEAR_LINE, provider, line);
            case FEE, FEE_BACK -> fits(provider, line);
        };
    }

    private Mono<Void> payment(String provider, BillLine line) {
        return payments.settle(provider, line)
                .flatMap(booked -> booked ? fits(provider, line) : bills.waits(provider, line));
    }

    /** That a refund stands in a bill does not say that it has ended well: the provider is asked. */
    private Mono<Void> refund(String provider, BillLine line) {
        return number(line)
                .flatMap(number -> refunds.billed(number, Money.ofFen(line.fen())))
                .defaultIfEmpty(false)
                .flatMap(ours -> ours ? fits(provider, line) : open(Kind.UNKNOWN_REFUND, provider, line));
    }

    private Mono<Void> refundBack(String provider, BillLine line) {
        return number(line)
                .flatMap(number -> refunds.cameBack(number, Money.ofFen(line.fen())))
                .defaultIfEmpty(Outcome.<Refund>refused(RefundReason.UNKNOWN))
                .flatMap(outcome -> outcome.fold(
                        refund -> cameBack(Kind.REFUND_RETURNED, provider, line, refund.gift()),
                        refusal -> open(Kind.UNCLEAR_LINE, provider, line)));
    }

    private Mono<Void> disputeWon(String provider, BillLine line) {
        return won.record(provider, line.theirs(), Money.ofFen(line.fen()))
                .flatMap(outcome -> outcome.fold(
                        gift -> cameBack(Kind.DISPUTE_RETURNED, provider, line, gift),
                        refusal -> open(Kind.UNCLEAR_LINE, provider, line)));
    }

    private Mono<Void> settlement(String provider, BillLine line) {
        Money amount = Money.ofFen(line.fen());
        boolean back = line.kind() == BillLine.Kind.SETTLEMENT_BACK;
        return (back
                        ? settling.takeBack(provider, amount, line.theirs())
                        : settling.settle(provider, amount, line.theirs()))
                .flatMap(outcome -> outcome.fold(
                        sequence ->
                                back ? cameBack(Kind.SETTLEMENT_RETURNED, provider, line, null) : fits(provider, line),
                        refusal -> open(Kind.OTHER_SETTLEMENT, provider, line)));
    }

    /** It is booked; what comes of it, a person decides. */
    private Mono<Void> cameBack(Kind kind, String provider, BillLine line, @Nullable DonationId gift) {
        return discrepancies
                .open(kind, provider, line.theirs(), gift, line.fen())
                .then(Mono.defer(() -> fits(provider, line)));
    }

    private Mono<Void> fits(String provider, BillLine line) {
        return bills.matched(provider, line).then(Mono.defer(() -> discrepancies.fits(provider, line.theirs())));
    }

    private Mono<Void> open(Kind kind, String provider, BillLine line) {
        return discrepancies
                .open(kind, provider, line.theirs(), null, line.fen())
                .then(Mono.defer(() -> bills.waits(provider, line)));
    }

    private static Mono<OrderNumber> number(BillLine line) {
        return Mono.justOrEmpty(OrderNumber.parse(Objects.requireNonNullElse(line.ours(), "")));
    }
}
