package org.yici.donations.donation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yici.donations.campaign.Campaign;
import org.yici.donations.campaign.Campaigns;
import org.yici.ledger.CampaignCode;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Takes down what somebody wishes to give, once a key, and hands out the receipt's token. */
@Component
public final class Giving {

    private final GiftsDatabase database;
    private final Donations donations;
    private final ReceiptTokens tokens;
    private final GiftLimits limits;
    private final Set<String> methods;
    private final ProgramClock clock;
    private final Clock wallClock;
    private final Duration timeToPay;
    private final GroupCommit<Wish, CreatedDonation> commits = new GroupCommit<>("giving", this::take);

    Giving(
            GiftsDatabase database,
            Donations donations,
            ReceiptTokens tokens,
            GiftLimits limits,
            ObjectProvider<TakesPayments> methods,
            ProgramClock clock,
            Clock wallClock,
            @Value("${yici.gift.time-to-pay:30m}") Duration timeToPay) {
        this.database = database;
        this.donations = donations;
        this.tokens = tokens;
        this.limits = limits;
        this.methods = methods.stream().map(TakesPayments::word).collect(Collectors.toUnmodifiableSet());
        this.clock = clock;
        this.wallClock = wallClock;
        this.timeToPay = timeToPay;
    }

    /**
     * One gift, waiting for its payment. The same key and hash again give the same gift; the same key with another hash
     * is refused (422 {@code idempotency-key-reused}). Refusals are not remembered.
     *
     * @param hash of everything that the caller asked for
     */
    public Mono<Outcome<CreatedDonation>> create(NewDonation wish, IdempotencyKey key, byte[] hash) {
        return Mono.defer(() -> {
            if (!limits.accept(wish.amount())) {
                return Mono.just(Outcome.refused(
                        DonationReason.AMOUNT_OUT_OF_LIMITS, limits.most().toString()));
            }
            if (!methods.contains(wish.method())) {
                return Mono.just(Outcome.refused(DonationReason.UNKNOWN_METHOD));
            }
            Instant now = clock.instant();
            DonationId id = DonationId.at(now);
            return commits.submit(new Wish(id, wish, key, hash, now, wallClock.instant(), timeToPay, tokens.of(id)));
        });
    }

    private Mono<List<Outcome<CreatedDonation>>> take(List<Wish> wishes) {
        return database.inOne(() -> campaignsOf(wishes).flatMap(campaigns -> donations
                .insert(
                        database.client(),
                        wishes.stream().filter(wish -> wish.mayGoTo(campaigns)).toList(),
                        campaigns)
                .then(donations.byKeys(database.client(), wishes))
                .map(byKey -> wishes.stream()
                        .map(wish -> answer(wish, byKey, campaigns))
                        .toList())));
    }

    private Mono<Map<CampaignCode, Campaign>> campaignsOf(List<Wish> wishes) {
        String[] codes = wishes.stream()
                .map(wish -> wish.content().campaign().value())
                .distinct()
                .toArray(String[]::new);
        return Campaigns.of(database.client(), codes).collectMap(Campaign::code);
    }

    /** What stands under the key now decides: a gift of the same content, of another, or none. */
    private Outcome<CreatedDonation> answer(
            Wish wish, Map<String, Donations.Kept> byKey, Map<CampaignCode, Campaign> campaigns) {
        Donations.Kept kept = byKey.get(wish.key().value());
        if (kept != null) {
            return Arrays.equals(kept.requestHash(), wish.hash())
                    ? Outcome.done(new CreatedDonation(
                            kept.donation(), tokens.of(kept.donation().id())))
                    : Outcome.refused(WebReason.IDEMPOTENCY_KEY_REUSED);
        }
        return Outcome.refused(
                campaigns.containsKey(wish.content().campaign())
                        ? DonationReason.CAMPAIGN_NOT_OPEN
                        : DonationReason.UNKNOWN_CAMPAIGN);
    }
}
