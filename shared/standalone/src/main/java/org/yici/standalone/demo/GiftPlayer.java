package org.yici.standalone.demo;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.yici.donations.campaign.Campaign;
import org.yici.donations.campaign.OpenCampaign;
import org.yici.donations.donation.Donor;
import org.yici.donations.donation.Giving;
import org.yici.donations.donation.NewDonation;
import org.yici.donations.payment.Confirming;
import org.yici.donations.payment.PaidNotice;
import org.yici.donations.payment.Settling;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.Money;
import org.yici.platform.privacy.PhoneNumber;
import org.yici.standalone.RunningYici;
import org.yici.standalone.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Plays the donors: each gift is created, paid and confirmed by the use cases that a phone's gift goes through. */
final class GiftPlayer {

    private static final String METHOD = "sandbox";
    private static final int DONORS_AT_ONCE = 128;

    private final OpenCampaign campaigns;
    private final Giving giving;
    private final Confirming confirming;
    private final Settling settling;
    private final DemoTime time;
    private final AtomicLong last = new AtomicLong();

    GiftPlayer(RunningYici yici, DemoTime time) {
        campaigns = yici.bean(Service.DONATIONS, OpenCampaign.class);
        giving = yici.bean(Service.DONATIONS, Giving.class);
        confirming = yici.bean(Service.DONATIONS, Confirming.class);
        settling = yici.bean(Service.DONATIONS, Settling.class);
        this.time = time;
    }

    Mono<Void> open(Campaign campaign) {
        return Played.surely("campaign " + campaign.code().value(), campaigns.fileAndOpen(campaign))
                .then();
    }

    /** Many donors at once, in the order of their time. */
    Mono<Void> give(List<PlannedGift> gifts) {
        return Flux.fromIterable(gifts).flatMap(this::give, DONORS_AT_ONCE).then();
    }

    private Mono<Void> give(PlannedGift gift) {
        time.reach(gift.at());
        Money amount = Money.ofFen(gift.amount());
        NewDonation wish =
                new NewDonation(CampaignCode.of(gift.campaign()), amount, METHOD, gift.place(), null, donor(gift));
        return Played.surely(
                        "gift " + gift.number(),
                        giving.create(wish, DemoKeys.of("gift", gift.number()), DemoKeys.hash(gift)))
                .flatMap(created -> Played.surely(
                        "payment " + gift.number(),
                        confirming.confirm(
                                new PaidNotice(created.id(), METHOD, amount, "demo-world/" + gift.number()))))
                .doOnNext(confirmed -> last.accumulateAndGet(confirmed.sequence(), Math::max))
                .then();
    }

    private static Donor donor(PlannedGift gift) {
        String typed = gift.phone();
        @Nullable PhoneNumber phone = typed == null ? null : PhoneNumber.of(typed);
        String name = gift.name();
        return name == null ? new Donor.Anonymous(phone) : new Donor.Named(name, phone);
    }

    /** The sequence of the newest gift. */
    long lastSequence() {
        return last.get();
    }

    /** The provider pays out what it took in up to here. */
    Mono<Void> settle(String week, long fen) {
        return Played.surely("settlement " + week, settling.settle(METHOD, Money.ofFen(fen), "demo-world/" + week))
                .then();
    }
}
