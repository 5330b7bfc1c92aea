package org.yici.site.grant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yici.platform.facts.Wire;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import org.yici.site.listing.Amount;
import org.yici.site.listing.Listing;
import org.yici.site.listing.Parameters;
import reactor.core.publisher.Mono;

/** The grants for programs. */
@RestController
class GrantsApi {

    private final Grants grants;

    GrantsApi(Grants grants) {
        this.grants = grants;
    }

    /**
     * @param fund the one that bears most
     * @param amount less what was given back; of one that has ended, what had been awarded
     * @param returned what its household gave back
     * @param sequence of the award's journal
     */
    record Item(
            String code,
            @Nullable String kind,
            @Nullable String township,
            @Nullable String fund,
            List<String> funds,
            Amount amount,
            Amount returned,
            GrantState state,
            String awardedAt,
            @Nullable String sentAt,
            @Nullable String paidAt,
            long sequence) {

        static Item of(Grant grant) {
            return new Item(
                    grant.code(),
                    grant.kind(),
                    grant.township(),
                    grant.funds().isEmpty() ? null : grant.funds().get(0),
                    grant.funds(),
                    Amount.ofFen(grant.amount()),
                    Amount.ofFen(grant.returned()),
                    grant.state(),
                    Wire.time(grant.awardedAt()),
                    time(grant.sentAt()),
                    time(grant.paidAt()),
                    grant.sequence());
        }

        private static @Nullable String time(@Nullable Instant at) {
            return at == null ? null : Wire.time(at);
        }
    }

    @GetMapping("/api/v1/grants")
    Mono<Listing<Item>> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        int asked = Parameters.limit(limit);
        return grants.before(Parameters.after(after, Long.MAX_VALUE), null, asked + 1)
                .collectList()
                .map(found -> Listing.of(found, asked, grant -> Long.toString(grant.sequence()))
                        .map(Item::of));
    }

    @GetMapping("/api/v1/grants/{code}")
    Mono<Item> one(@PathVariable String code) {
        return grants.find(Parameters.codeInPath(code))
                .map(Item::of)
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))));
    }
}
