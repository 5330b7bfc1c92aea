package org.yici.site.trace;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yici.platform.facts.Wire;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import org.yici.site.grant.Grant;
import org.yici.site.grant.GrantState;
import org.yici.site.grant.Grants;
import org.yici.site.listing.Amount;
import org.yici.site.listing.Listing;
import org.yici.site.listing.Parameters;
import reactor.core.publisher.Mono;

/** What became of a gift, or which gifts an award is made of, for programs. */
@RestController
class TraceApi {

    private final GiftWays ways;
    private final Grants grants;

    TraceApi(GiftWays ways, Grants grants) {
        this.ways = ways;
        this.grants = grants;
    }

    /** @param from first fen of the gift on its fund's line; {@code to} exclusive */
    record Gift(String fund, long from, long to, Amount amount) {}

    /**
     * @param sequence of the award's journal
     * @param amount of the gift in it
     * @param at when it was paid, or awarded while it is not
     */
    record Paid(
            long sequence,
            String grant,
            @Nullable String kind,
            @Nullable String township,
            Amount amount,
            String at,
            GrantState state) {}

    /** Paid, costs, refunded and unspent sum to the gift's amount. */
    record GiftAnswer(Gift gift, List<Paid> paid, Amount costs, Amount refunded, Amount unspent) {}

    record Award(String grant, @Nullable String kind, Amount amount, String at, GrantState state) {}

    record Feeding(long sequence, String fund, Amount amount, String at) {}

    record AwardAnswer(
            Award award, List<Feeding> gifts, @Nullable String next) {}

    /** A gift's answer whole; an award's gifts page by page. */
    @GetMapping("/api/v1/trace/{sequence}")
    Mono<Record> trace(
            @PathVariable String sequence,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        long asked = Parameters.numberInPath(sequence);
        long from = Parameters.after(after, 0);
        int atMost = Parameters.limit(limit);
        return ways.ofGift(asked)
                .<Record>map(TraceApi::answer)
                .switchIfEmpty(grants.awardedBy(asked).flatMap(grant -> ways.feedersOf(asked)
                        .defaultIfEmpty(List.of())
                        .map(feeders -> answer(grant, feeders, from, atMost))))
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))));
    }

    private static GiftAnswer answer(GiftWay way) {
        return new GiftAnswer(
                new Gift(way.fund().code(), way.from(), way.to(), Amount.ofFen(way.amount())),
                way.branches().stream().map(TraceApi::paid).toList(),
                Amount.ofFen(way.costs()),
                Amount.ofFen(way.refunded()),
                Amount.ofFen(way.unspent()));
    }

    private static Paid paid(GiftWay.Branch branch) {
        Grant grant = branch.grant();
        return new Paid(
                grant.sequence(),
                grant.code(),
                grant.kind(),
                grant.township(),
                Amount.ofFen(branch.amount()),
                Wire.time(moment(grant)),
                grant.state());
    }

    private static AwardAnswer answer(Grant grant, List<GiftWays.Feeder> feeders, long after, int limit) {
        List<GiftWays.Feeder> found = feeders.stream()
                .filter(feeder -> feeder.sequence() > after)
                .limit(limit + 1L)
                .toList();
        Listing<Feeding> page = Listing.of(found, limit, feeder -> Long.toString(feeder.sequence()))
                .map(feeder -> new Feeding(
                        feeder.sequence(), feeder.fund(), Amount.ofFen(feeder.amount()), Wire.time(feeder.at())));
        return new AwardAnswer(
                new Award(
                        grant.code(),
                        grant.kind(),
                        Amount.ofFen(grant.amount()),
                        Wire.time(moment(grant)),
                        grant.state()),
                page.items(),
                page.next());
    }

    private static Instant moment(Grant grant) {
        return Objects.requireNonNullElse(grant.paidAt(), grant.awardedAt());
    }
}
