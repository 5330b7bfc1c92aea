package org.yici.donations.payment.counter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.DonationId;
import org.yici.donations.donation.Giving;
import org.yici.donations.payment.ConfirmedGift;
import org.yici.donations.payment.Confirming;
import org.yici.donations.payment.PaidNotice;
import org.yici.donations.payment.PaymentReason;
import org.yici.donations.payment.counter.CounterLine.Booked;
import org.yici.donations.payment.counter.line.CounterGift;
import org.yici.donations.payment.counter.line.CounterMethod;
import org.yici.donations.payment.counter.line.LineFate;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/**
 * Makes one line a gift in the books, the way any gift goes. Twice is the same as once: the wish is known by the line's key,
 * and the payment by its number, which pays one gift for ever, long after the keys are forgotten.
 */
@Component
final class BookLine {

    private static final int BUSY = 503;

    private final Giving giving;
    private final Confirming confirming;
    private final DatabaseClient database;

    BookLine(Giving giving, Confirming confirming, DatabaseClient database) {
        this.giving = giving;
        this.confirming = confirming;
        this.database = database;
    }

    /**
     * What came of it.
     *
     * @param booked null when it could not be booked now
     * @param held the word of the reason that somebody has to know; null when there is none
     */
    record Result(
            int line, @Nullable Booked booked, @Nullable String held) {}

    Mono<Result> book(CounterBatchId batch, CounterLine line) {
        if (!(line.fate() instanceof LineFate.Good good)) {
            return Mono.error(new IllegalArgumentException("line " + line.number() + " of " + batch + " is no gift"));
        }
        CounterGift gift = good.gift();
        String reference = reference(batch, line, gift);
        return create(batch, line, gift)
                .flatMap(outcome -> outcome.<Mono<Outcome<Booked>>>fold(
                        created -> confirm(created, reference), refusal -> Mono.just(Outcome.refused(refusal))))
                .map(outcome -> outcome.fold(
                        booked -> new Result(line.number(), booked, null),
                        refusal -> new Result(line.number(), null, held(refusal))));
    }

    /** A crowd or an outage passes by itself: nothing to tell anybody. */
    private static @Nullable String held(Refusal refusal) {
        return refusal.reason().status() == BUSY ? null : refusal.reason().word();
    }

    private Mono<Outcome<CreatedDonation>> create(CounterBatchId batch, CounterLine line, CounterGift gift) {
        String key = "counter-gift/" + batch + "/line/" + line.number();
        return giving.createAtCounter(
                gift.toDonation(), new IdempotencyKey(key), IdempotencyKey.hash(key, key.getBytes(US_ASCII)));
    }

    private Mono<Outcome<Booked>> confirm(CreatedDonation created, String reference) {
        String method = created.content().method();
        return confirming
                .confirm(new PaidNotice(created.id(), method, created.content().amount(), reference))
                .flatMap(outcome -> outcome.fold(
                        gift -> Mono.just(Outcome.done(booked(gift))), refusal -> earlier(method, reference, refusal)));
    }

    /** When the payment has paid a gift before the key was forgotten, that gift is this line's. */
    private Mono<Outcome<Booked>> earlier(String method, String reference, Refusal refusal) {
        Outcome<Booked> refused = Outcome.refused(refusal);
        return refusal.reason() == PaymentReason.OTHER_PAYMENT
                ? paidBy(method, reference).map(Outcome::done).defaultIfEmpty(refused)
                : Mono.just(refused);
    }

    private Mono<Booked> paidBy(String method, String reference) {
        return database.sql("select id, sequence from donations.donation where reference = $1 and method = $2")
                .bind(0, reference)
                .bind(1, method)
                .map(row -> new Booked(
                        new DonationId(requireNonNull(row.get("id", UUID.class))),
                        requireNonNull(row.get("sequence", Long.class))))
                .one();
    }

    private static Booked booked(ConfirmedGift gift) {
        return new Booked(gift.donation(), gift.sequence());
    }

    /** The bank's own number of a transfer, by which its statement is matched; cash has none but ours. */
    private static String reference(CounterBatchId batch, CounterLine line, CounterGift gift) {
        return gift.method() == CounterMethod.BANK
                ? Objects.requireNonNull(gift.reference())
                : "counter-" + batch + "-" + line.number();
    }
}
