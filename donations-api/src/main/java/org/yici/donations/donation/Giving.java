package org.yici.donations.donation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Takes down what somebody wishes to give, once a key, and hands out the receipt's token. */
@Component
public final class Giving {

    private final TakesWishes wishes;
    private final DonorSeal seal;
    private final RecentWishes recent;
    private final ReceiptTokens tokens;
    private final GiftLimits limits;
    private final Set<String> offered;
    private final Set<String> atCounter;
    private final ProgramClock clock;
    private final Clock wallClock;
    private final Duration timeToPay;

    Giving(
            TakesWishes wishes,
            DonorSeal seal,
            RecentWishes recent,
            ReceiptTokens tokens,
            GiftLimits limits,
            ObjectProvider<TakesPayments> methods,
            ProgramClock clock,
            Clock wallClock,
            @Value("${yici.gift.time-to-pay:30m}") Duration timeToPay) {
        this.wishes = wishes;
        this.seal = seal;
        this.recent = recent;
        this.tokens = tokens;
        this.limits = limits;
        this.offered = words(methods, TakesPayments::isOffered);
        this.atCounter = words(methods, method -> !method.isOffered());
        this.clock = clock;
        this.wallClock = wallClock;
        this.timeToPay = timeToPay;
    }

    private static Set<String> words(ObjectProvider<TakesPayments> methods, Predicate<TakesPayments> which) {
        return methods.stream().filter(which).map(TakesPayments::word).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * One gift, waiting for its payment. The same key and hash again give the same gift; the same key with another hash
     * is refused (422 {@code idempotency-key-reused}). Refusals are not remembered.
     *
     * @param hash of everything that the caller asked for; its first 16 bytes are kept
     */
    public Mono<Outcome<CreatedDonation>> create(NewDonation wish, IdempotencyKey key, byte[] hash) {
        return Mono.defer(() -> limits.accept(wish.amount())
                ? create(wish, key, hash, offered)
                : Mono.just(Outcome.refused(
                        DonationReason.AMOUNT_OUT_OF_LIMITS, limits.most().toString())));
    }

    /**
     * The same for what staff took at the counter, by a method that no donor can choose. The money is there already, and was
     * held against campaign and limits when it was written down: what has changed since then refuses it no more.
     */
    public Mono<Outcome<CreatedDonation>> createAtCounter(NewDonation gift, IdempotencyKey key, byte[] hash) {
        return create(gift, key, hash, atCounter);
    }

    private Mono<Outcome<CreatedDonation>> create(
            NewDonation wish, IdempotencyKey key, byte[] hash, Set<String> methods) {
        return Mono.defer(() -> {
            if (!methods.contains(wish.method())) {
                return Mono.just(Outcome.refused(DonationReason.UNKNOWN_METHOD));
            }
            Instant now = clock.instant();
            DonationId id = DonationId.at(now);
            return take(new Wish(id, wish, seal.seal(id, wish), key, hash, now, wallClock.instant(), timeToPay));
        });
    }

    private Mono<Outcome<CreatedDonation>> take(Wish wish) {
        return wishes.take(wish).map(outcome -> outcome.then(fate -> answer(wish, fate)));
    }

    private Outcome<CreatedDonation> answer(Wish wish, Wishes.Fate fate) {
        return switch (fate.word()) {
            case TAKEN -> taken(wish);
            case SAME -> created(Objects.requireNonNull(fate.id()), wish);
            case OTHER -> Outcome.refused(WebReason.IDEMPOTENCY_KEY_REUSED);
            case NOT_OPEN -> Outcome.refused(DonationReason.CAMPAIGN_NOT_OPEN);
            case UNKNOWN -> Outcome.refused(DonationReason.UNKNOWN_CAMPAIGN);
        };
    }

    private Outcome<CreatedDonation> taken(Wish wish) {
        recent.taken(wish);
        return created(wish.id(), wish);
    }

    private Outcome<CreatedDonation> created(DonationId id, Wish wish) {
        return Outcome.done(new CreatedDonation(id, wish.content(), tokens.of(id)));
    }
}
