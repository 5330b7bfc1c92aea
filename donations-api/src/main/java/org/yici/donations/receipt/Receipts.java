package org.yici.donations.receipt;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.campaign.Campaigns;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.Donations;
import org.yici.donations.donation.ReceiptToken;
import org.yici.donations.payment.refund.DonorRefunds;
import org.yici.donations.payment.refund.RefundOffers;
import org.yici.ledger.Ledger;
import org.yici.ledger.PublishedJournal;
import org.yici.ledger.trace.GiftTrace;
import reactor.core.publisher.Mono;

/** Puts a receipt together from the gift and the books. */
@Component
final class Receipts {

    private final DatabaseClient database;
    private final Donations donations;
    private final Campaigns campaigns;
    private final Ledger ledger;
    private final RefundOffers offers;
    private final DonorRefunds refunds;

    Receipts(
            DatabaseClient database,
            Donations donations,
            Campaigns campaigns,
            Ledger ledger,
            RefundOffers offers,
            DonorRefunds refunds) {
        this.database = database;
        this.donations = donations;
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.offers = offers;
        this.refunds = refunds;
    }

    /** Empty when no gift has this token. */
    Mono<Receipt> of(ReceiptToken token) {
        return donations.find(token).delayUntil(donations::askSoon).flatMap(this::of);
    }

    private Mono<Receipt> of(Donation donation) {
        return Mono.zip(
                        campaigns.find(donation.campaign()),
                        optional(donations.nameOf(donation.id())),
                        optional(way(donation)),
                        optional(leaf(donation)),
                        optional(Mono.justOrEmpty(donation.sequence()).flatMap(ledger::privatePart)),
                        offers.refundable(donation),
                        refunds.of(donation.id()))
                .map(parts -> new Receipt(
                        donation,
                        parts.getT1(),
                        parts.getT2().orElse(null),
                        parts.getT3().orElse(null),
                        parts.getT4().orElse(null),
                        parts.getT5().orElse(null),
                        parts.getT6(),
                        parts.getT7()));
    }

    private Mono<String> leaf(Donation donation) {
        return Mono.justOrEmpty(donation.sequence())
                .flatMap(sequence -> ledger.publishedAfter(sequence - 1, 1).next())
                .map(PublishedJournal::leaf);
    }

    private Mono<Receipt.Way> way(Donation donation) {
        return Mono.justOrEmpty(donation.sequence())
                .flatMap(ledger::traceOfGift)
                .flatMap(trace -> Mono.zip(awards(trace), givenBack(trace.gift()))
                        .map(found -> way(trace, found.getT1(), found.getT2())));
    }

    /** Do fen of the gift lie where a household gave them back? */
    private Mono<Boolean> givenBack(long gift) {
        return database.sql("""
                        select exists (select from ledger.lines_of_gift($1) l join ledger.journals j on j.sequence = l.sequence
                                       where l.line = 'in' and j.kind = 'grant-returned') as given_back
                        """)
                .bind(0, gift)
                .map(row -> requireNonNull(row.get("given_back", Boolean.class)))
                .one();
    }

    private record Award(String grant, String aid, OffsetDateTime at, boolean reached) {}

    private Mono<Map<Long, Award>> awards(GiftTrace trace) {
        Long[] sequences = trace.paid().stream().map(GiftTrace.Share::award).toArray(Long[]::new);
        return database.sql("""
                        select a.sequence, a.grant_code, a.aid, a.at, coalesce((
                          select p.kind = 'payout-confirmed' from ledger.journals p
                          where p.grant_code = a.grant_code and p.kind in ('payout-confirmed', 'payout-returned')
                          order by p.sequence desc limit 1), false) as reached
                        from ledger.journals a where a.sequence = any($1)
                        """)
                .bind(0, sequences)
                .map(row -> Map.entry(
                        requireNonNull(row.get("sequence", Long.class)),
                        new Award(
                                requireNonNull(row.get("grant_code", String.class)),
                                requireNonNull(row.get("aid", String.class)),
                                requireNonNull(row.get("at", OffsetDateTime.class)),
                                requireNonNull(row.get("reached", Boolean.class)))))
                .all()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Receipt.Way way(GiftTrace trace, Map<Long, Award> awards, boolean givenBack) {
        List<Receipt.Share> shares = trace.paid().stream()
                .map(share -> share(share, requireNonNull(awards.get(share.award()))))
                .toList();
        return new Receipt.Way(
                shares,
                sum(shares, true),
                sum(shares, false),
                trace.costs().fen(),
                trace.refunded().fen(),
                trace.unspent().fen(),
                givenBack);
    }

    private static Receipt.Share share(GiftTrace.Share share, Award award) {
        return new Receipt.Share(
                share.award(),
                award.grant(),
                award.aid(),
                award.at().toInstant(),
                share.amount().fen(),
                award.reached());
    }

    private static long sum(List<Receipt.Share> shares, boolean reached) {
        return shares.stream()
                .filter(share -> share.reached() == reached)
                .mapToLong(Receipt.Share::amount)
                .sum();
    }

    private static <T> Mono<Optional<T>> optional(Mono<T> value) {
        return value.map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
