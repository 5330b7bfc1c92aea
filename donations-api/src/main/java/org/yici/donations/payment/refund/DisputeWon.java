package org.yici.donations.payment.refund;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.PaymentReason;
import org.yici.donations.payment.refund.Chargebacks.Lost;
import org.yici.ledger.Journal;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/**
 * The provider gives back what it took by force: the dispute was won. What was owed to the charity is owed no more; the rest is
 * its fund's again. Whether the donor still has a refund to get of it, a person decides.
 */
@Component
public final class DisputeWon {

    private final Transactions transactions;
    private final RefundSteps steps;
    private final Chargebacks chargebacks;
    private final Ledger ledger;
    private final ProgramClock clock;

    DisputeWon(
            Transactions transactions, RefundSteps steps, Chargebacks chargebacks, Ledger ledger, ProgramClock clock) {
        this.transactions = transactions;
        this.steps = steps;
        this.chargebacks = chargebacks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Told again, it is the same.
     *
     * @param number the provider's own of the dispute
     * @return the gift; refused {@code not-found} for a dispute that was not recorded, {@code refund-over-gift}
     */
    public Mono<Outcome<DonationId>> record(String method, String number, Money amount) {
        return transactions.inOne(() -> chargebacks
                .find(method, number)
                .flatMap(seen -> Chain.then(steps.gift(seen.gift()), gift -> chargebacks
                        .find(method, number)
                        .flatMap(lost -> bringBack(method, number, gift, lost, amount))))
                .defaultIfEmpty(Outcome.refused(RefundReason.UNKNOWN)));
    }

    private Mono<Outcome<DonationId>> bringBack(String method, String number, Donation gift, Lost lost, Money amount) {
        if (lost.returned() != null) {
            return Mono.just(Outcome.done(gift.id()));
        }
        if (amount.compareTo(lost.amount()) > 0) {
            return Mono.just(Outcome.refused(RefundReason.OVER_GIFT, lost.amount()));
        }
        return chargebacks.owed(gift.id()).flatMap(owed -> {
            Money receivable = least(amount, least(owed, lost.spent()));
            Journal journal = MoneyMoves.disputeWon(
                    "dispute-won/" + method + "/" + number,
                    clock.instant(),
                    lost.sequence(),
                    method,
                    gift.fund(),
                    receivable,
                    amount.minus(receivable));
            return Chain.then(post(journal), sequence -> chargebacks
                    .bringBack(method, number, sequence, receivable, clock.instant())
                    .thenReturn(Outcome.done(gift.id())));
        });
    }

    private Mono<Outcome<Long>> post(Journal journal) {
        return ledger.post(List.of(journal)).map(postings -> postings.get(0)
                .fold(
                        posted -> Outcome.done(posted.number()),
                        already -> Outcome.done(already.number()),
                        refused -> Outcome.refused(
                                PaymentReason.NOT_POSTED, refused.reason().word())));
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
