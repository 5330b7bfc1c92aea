package org.yici.donations.payment.refund;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.DonationStatus;
import org.yici.donations.payment.PaymentReason;
import org.yici.ledger.Journal;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;
import org.yici.ledger.Posting;
import org.yici.ledger.PostingReason;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/**
 * Takes out of its fund what goes back of a gift, inside the caller's transaction and on a gift that the caller has locked: the
 * journal, the gift's status, and whether its donor still counts. The ledger decides whether the fen are still there.
 */
@Component
final class TakeBack {

    private final DatabaseClient database;
    private final Ledger ledger;
    private final ProgramClock clock;

    TakeBack(DatabaseClient database, Ledger ledger, ProgramClock clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param cause what the journal is known by, after {@code refund/}; the commitment names it too
     * @return the number of its journal; refused {@code refund-spent} with what could go back
     */
    Mono<Outcome<Long>> take(Donation gift, Money amount, String cause) {
        long sequence = requireNonNull(gift.sequence(), "sequence");
        return ledger.traceOfGift(sequence).flatMap(trace -> {
            boolean whole = trace.refunded().plus(amount).equals(gift.amount());
            return after(gift, whole)
                    .map(to -> remarks(gift, whole)
                            .map(remarks ->
                                    journal(gift, sequence, amount, cause).withRemarks(remarks))
                            .flatMap(journal -> post(journal, gift, to)))
                    .orElseGet(() -> Mono.just(Outcome.refused(RefundReason.SPENT, Money.ZERO)));
        });
    }

    private static Optional<DonationStatus> after(Donation gift, boolean whole) {
        return gift.status().after(whole ? DonationStatus.Event.REFUND : DonationStatus.Event.PART_REFUND);
    }

    private Journal journal(Donation gift, long sequence, Money amount, String cause) {
        return MoneyMoves.refundDecided(
                        "refund/" + cause, clock.instant(), sequence, gift.fund(), gift.campaign(), amount)
                .withPrivatePart(Map.of("donation", gift.id().toString(), "refund", cause));
    }

    /** How many donors there are changes only with the last fen of a gift. */
    private Mono<Map<String, Boolean>> remarks(Donation gift, boolean whole) {
        if (!whole) {
            return Mono.just(Map.of());
        }
        return database.sql("select donor_gone, fund_donor_gone from donations.donor_leaves($1)")
                .bind(0, gift.id().value())
                .map(row -> Map.of(
                        "donorGone", requireNonNull(row.get("donor_gone", Boolean.class)),
                        "fundDonorGone", requireNonNull(row.get("fund_donor_gone", Boolean.class))))
                .one();
    }

    private Mono<Outcome<Long>> post(Journal journal, Donation gift, DonationStatus to) {
        return ledger.post(List.of(journal)).flatMap(postings -> postings.get(0)
                .fold(
                        posted -> move(gift, to, posted.number()),
                        already -> move(gift, to, already.number()),
                        refused -> refusal(gift, refused)));
    }

    private Mono<Outcome<Long>> move(Donation gift, DonationStatus to, long sequence) {
        return database.sql("update donations.donation set status = $2 where id = $1")
                .bind(0, gift.id().value())
                .bind(1, to.name())
                .then()
                .thenReturn(Outcome.done(sequence));
    }

    /** The head of the ledger is locked by now: what is left is exact. */
    private Mono<Outcome<Long>> refusal(Donation gift, Posting.Refused refused) {
        return refused.reason() == PostingReason.SPENT
                ? ledger.refundable(requireNonNull(gift.sequence()))
                        .map(left -> Outcome.refused(RefundReason.SPENT, left))
                : Mono.just(Outcome.refused(
                        PaymentReason.NOT_POSTED, refused.reason().word()));
    }
}
