package org.yici.site.home;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yici.platform.facts.Wire;
import org.yici.site.listing.Amount;
import reactor.core.publisher.Mono;

/** The figures of the whole charity, for programs. */
@RestController
class SummaryApi {

    private final Summaries summaries;

    SummaryApi(Summaries summaries) {
        this.summaries = summaries;
    }

    record AsOf(long sequence, @Nullable String at) {}

    /** Always received − refunded − costs = balance + committed + disbursed. */
    record Answer(
            AsOf asOf,
            Amount received,
            Amount refunded,
            Amount costs,
            Amount committed,
            Amount disbursed,
            Amount balance,
            long donations,
            long donors,
            long grants,
            long households,
            long people) {

        static Answer of(Summary summary) {
            return new Answer(
                    new AsOf(summary.sequence(), summary.at() == null ? null : Wire.time(summary.at())),
                    Amount.ofFen(summary.received()),
                    Amount.ofFen(summary.refunded()),
                    Amount.ofFen(summary.costs()),
                    Amount.ofFen(summary.committed()),
                    Amount.ofFen(summary.disbursed()),
                    Amount.ofFen(summary.balance()),
                    summary.donations(),
                    summary.donors(),
                    summary.grants(),
                    summary.households(),
                    summary.people());
        }
    }

    @GetMapping("/api/v1/summary")
    Mono<Answer> summary() {
        return summaries.now().map(Answer::of);
    }
}
