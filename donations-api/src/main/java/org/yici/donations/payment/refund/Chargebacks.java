package org.yici.donations.payment.refund;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.refund.ForcedRefund.Dispute;
import org.yici.donations.payment.refund.ForcedRefund.Recorded;
import org.yici.ledger.Money;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** What providers have taken back by force, on file: a row a dispute, by the provider's own number of it. Only ever added to. */
@Component
class Chargebacks {

    private final DatabaseClient database;

    Chargebacks(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A dispute as it was recorded.
     *
     * @param unspent what the fund gave back of the amount
     * @param sequence of its last journal
     * @param returned the journal that brought the money back; null while it is gone
     */
    record Lost(
            DonationId gift,
            Money amount,
            Money unspent,
            long sequence,
            @Nullable Long returned) {

        Money spent() {
            return amount.minus(unspent);
        }
    }

    /** What was recorded of the dispute before; refused {@code refund-other-dispute} when it was about something else. */
    Mono<Outcome<Recorded>> earlier(Dispute dispute) {
        return find(dispute.method(), dispute.number())
                .map(lost -> lost.gift().equals(dispute.gift()) && lost.amount().equals(dispute.amount())
                        ? Outcome.done(new Recorded(lost.unspent(), lost.sequence(), true))
                        : Outcome.<Recorded>refused(RefundReason.OTHER_DISPUTE));
    }

    Mono<Lost> find(String method, String number) {
        return database.sql(
                        "select c.donation, c.amount, c.unspent, c.sequence, w.sequence as won from donations.chargeback c"
                                + " left join donations.chargeback_won w using (method, dispute)"
                                + " where c.method = $1 and c.dispute = $2")
                .bind(0, method)
                .bind(1, number)
                .map(row -> new Lost(
                        new DonationId(requireNonNull(row.get("donation", UUID.class))),
                        Money.ofFen(requireNonNull(row.get("amount", Long.class))),
                        Money.ofFen(requireNonNull(row.get("unspent", Long.class))),
                        requireNonNull(row.get("sequence", Long.class)),
                        row.get("won", Long.class)))
                .one();
    }

    Mono<Void> keep(Dispute dispute, Money unspent, long last, Instant now) {
        return database.sql(
                        "insert into donations.chargeback (method, dispute, donation, amount, unspent, sequence, at)"
                                + " values ($1, $2, $3, $4, $5, $6, $7)")
                .bind(0, dispute.method())
                .bind(1, dispute.number())
                .bind(2, dispute.gift().value())
                .bind(3, dispute.amount().fen())
                .bind(4, unspent.fen())
                .bind(5, last)
                .bind(6, now.atOffset(ZoneOffset.UTC))
                .then();
    }

    /** What of a gift is owed to the charity now: taken by force after it was spent, not set off and not brought back. */
    Mono<Money> owed(DonationId gift) {
        return database.sql("select coalesce(sum(c.amount - c.unspent - coalesce(w.owed, 0)), 0)::bigint"
                        + " - (select coalesce(sum(r.taken), 0)::bigint from donations.refund r where r.donation = $1)"
                        + " as fen from donations.chargeback c left join donations.chargeback_won w using (method, dispute)"
                        + " where c.donation = $1")
                .bind(0, gift.value())
                .map(row -> Money.ofFen(requireNonNull(row.get("fen", Long.class))))
                .one();
    }

    /** @param owed how much of it the charity was owed until now */
    Mono<Void> bringBack(String method, String number, long sequence, Money owed, Instant now) {
        return database.sql(
                        "insert into donations.chargeback_won (method, dispute, sequence, owed, at) values ($1, $2, $3, $4, $5)")
                .bind(0, method)
                .bind(1, number)
                .bind(2, sequence)
                .bind(3, owed.fen())
                .bind(4, now.atOffset(ZoneOffset.UTC))
                .then();
    }
}
