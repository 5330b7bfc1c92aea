package org.yici.donations.donation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.FundCode;

/**
 * Wishes that this process has just taken. The notice of a payment mostly comes to it within seconds, and what it is compared
 * with (campaign, amount, method) never changes, so most notices need not look their gift up. Only a help: whether the
 * wish still stands is decided under its lock, when it is booked.
 */
@Component
public final class RecentWishes {

    /** Some 10 MB; beyond that the oldest are looked up like any other. */
    private static final int MOST = 20_000;

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Cache<DonationId, Wish> wishes =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();
    /** A campaign feeds one fund for ever. Known from the first of its gifts that was looked up. */
    private final Map<CampaignCode, FundCode> funds = new ConcurrentHashMap<>();

    void taken(Wish wish) {
        wishes.put(wish.id(), wish);
    }

    /** Notes which fund the gift's campaign feeds. */
    public void lookedUp(Donation gift) {
        funds.putIfAbsent(gift.campaign(), gift.fund());
    }

    /** What is known of this gift is not true any more: it is looked up again. */
    public void forget(DonationId id) {
        wishes.invalidate(id);
    }

    /** Hands the gift over, once: a second notice about it finds nothing here and looks it up. */
    public Optional<Donation> handOver(DonationId id) {
        Wish wish = wishes.asMap().remove(id);
        FundCode fund = wish == null ? null : funds.get(wish.content().campaign());
        return wish == null || fund == null ? Optional.empty() : Optional.of(wish.pending(fund));
    }
}
