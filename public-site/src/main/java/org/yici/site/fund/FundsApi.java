package org.yici.site.fund;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import org.yici.site.listing.Amount;
import org.yici.site.listing.Listing;
import org.yici.site.listing.Parameters;
import reactor.core.publisher.Mono;

/** The funds for programs. */
@RestController
class FundsApi {

    private final Funds funds;

    FundsApi(Funds funds) {
        this.funds = funds;
    }

    record Words(String zh, String en) {}

    record Fund(
            String code,
            Words name,
            Amount received,
            Amount refunded,
            Amount costs,
            Amount committed,
            Amount disbursed,
            Amount transferred,
            Amount balance,
            long donations,
            long donors) {

        static Fund of(FundFigures figures) {
            return new Fund(
                    figures.code(),
                    new Words(figures.name("zh"), figures.name("en")),
                    Amount.ofFen(figures.received()),
                    Amount.ofFen(figures.refunded()),
                    Amount.ofFen(figures.costs()),
                    Amount.ofFen(figures.committed()),
                    Amount.ofFen(figures.disbursed()),
                    Amount.ofFen(figures.transferred()),
                    Amount.ofFen(figures.balance()),
                    figures.donations(),
                    figures.donors());
        }
    }

    @GetMapping("/api/v1/funds")
    Mono<Listing<Fund>> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        int asked = Parameters.limit(limit);
        return funds.after(Parameters.code(after), asked + 1)
                .collectList()
                .map(found -> Listing.of(found, asked, FundFigures::code).map(Fund::of));
    }

    @GetMapping("/api/v1/funds/{code}")
    Mono<Fund> one(@PathVariable String code) {
        return funds.find(Parameters.codeInPath(code))
                .map(Fund::of)
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))));
    }
}
