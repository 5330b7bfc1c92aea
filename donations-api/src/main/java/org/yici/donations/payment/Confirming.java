package org.yici.donations.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.DonationId;
import org.yici.donations.donation.GiftsDatabase;
import org.yici.donations.donation.GroupCommit;
import org.yici.donations.donation.RecentWishes;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/**
 * Puts a paid gift into the books: compared with the wish, once, whoever says so and however often. Gifts are looked up many
 * at a time, outside any transaction, for what is compared never changes; then they are booked many at a time
 * ({@link GiftRounds}).
 */
@Component
public final class Confirming {

    private final ProgramClock clock;
    private final PaidGifts gifts;
    private final RecentWishes recent;
    private final GroupCommit<DonationId, PaidGift> looking;
    private final GiftRounds rounds;

    Confirming(
            GiftsDatabase database,
            GiftRounds rounds,
            RecentWishes recent,
            ProgramClock clock,
            @Value("${yici.gift.most-waiting:20000}") int mostWaiting) {
        this.recent = recent;
        this.clock = clock;
        this.gifts = new PaidGifts(database.client());
        this.looking = new GroupCommit<>("looking up", mostWaiting, this::find);
        this.rounds = rounds;
    }

    /**
     * Answers after the commit. The gift's time is the program clock's now, when this is asked. Refused: an unknown gift,
     * another amount or method, a payment that pays another gift.
     */
    public Mono<Outcome<ConfirmedGift>> confirm(PaidNotice notice) {
        return Mono.defer(() -> {
            Instant at = clock.instant();
            return recent.handOver(notice.donation())
                    .map(gift -> decide(new PaidGift(gift, null), notice, at))
                    .orElseGet(() -> lookUp(notice, at));
        });
    }

    private Mono<Outcome<ConfirmedGift>> lookUp(PaidNotice notice, Instant at) {
        return looking.submit(notice.donation())
                .flatMap(found ->
                        found.fold(gift -> decide(gift, notice, at), refusal -> Mono.just(Outcome.refused(refusal))));
    }

    private Mono<Outcome<ConfirmedGift>> decide(PaidGift gift, PaidNotice notice, Instant at) {
        return gift.against(notice)
                .map(refusal -> Mono.just(Outcome.<ConfirmedGift>refused(refusal)))
                .orElseGet(() -> {
                    Long earlier = gift.donation().sequence();
                    return earlier == null
                            ? book(gift, notice, at)
                            : Mono.just(Outcome.done(new ConfirmedGift(notice.donation(), earlier, true)));
                });
    }

    /** Somebody else may have booked it since it was looked up: then it is looked up again. */
    private Mono<Outcome<ConfirmedGift>> book(PaidGift gift, PaidNotice notice, Instant at) {
        return rounds.book(Booking.of(gift.donation(), notice, at))
                .flatMap(answer -> answer.fold(
                        sequence -> sequence.map(number ->
                                        Mono.just(Outcome.done(new ConfirmedGift(notice.donation(), number, false))))
                                .orElseGet(() -> lookUp(notice, at)),
                        refusal -> Mono.just(Outcome.refused(refusal))));
    }

    private Mono<List<Outcome<PaidGift>>> find(List<DonationId> ids) {
        return gifts.find(ids).map(found -> {
            found.values().forEach(gift -> recent.lookedUp(gift.donation()));
            return ids.stream().map(id -> foundOrUnknown(found.get(id))).toList();
        });
    }

    private static Outcome<PaidGift> foundOrUnknown(@Nullable PaidGift gift) {
        return gift == null ? Outcome.refused(PaymentReason.UNKNOWN_GIFT) : Outcome.done(gift);
    }
}
