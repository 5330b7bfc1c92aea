package org.yici.site.home;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yici.platform.facts.Wire;
import org.yici.site.feed.Changes;
import org.yici.site.listing.Amount;
import reactor.core.publisher.Mono;

/** The figures of the whole charity, for programs. */
@RestController
class SummaryApi {

    private final Summaries summaries;
    private final Changes changes;
    private volatile @Nullable Kept kept;

    SummaryApi(Summaries summaries, Changes changes) {
        this.summaries = summaries;
        this.changes = changes;
    }

    /** An answer and the version of the books that it was added up from. */
    private record Kept(long version, Answer answer) {}

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
        long version = changes.version();
        Kept last = kept;
        return last != null && last.version == version
                ? Mono.just(last.answer)
                : summaries.now().map(Answer::of).doOnNext(answer -> kept = new Kept(version, answer));
    }
}
