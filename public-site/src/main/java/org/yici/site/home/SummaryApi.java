package org.yici.site.home;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yici.platform.facts.Wire;
import org.yici.platform.web.FastLane;
import org.yici.platform.web.FixedHeaders;
import org.yici.platform.web.PlainGet;
import org.yici.site.feed.Changes;
import org.yici.site.listing.Amount;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The figures of the whole charity, for programs. */
@RestController
class SummaryApi {

    private static final String PATH = "/api/v1/summary";
    private static final Map<String, String> HEADERS =
            Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);

    private final Summaries summaries;
    private final Changes changes;
    private final JsonMapper json;
    private volatile @Nullable Kept kept;

    SummaryApi(Summaries summaries, Changes changes, JsonMapper json) {
        this.summaries = summaries;
        this.changes = changes;
        this.json = json;
    }

    /** An answer as bytes and the version of the books that it was added up from. */
    @SuppressWarnings("ArrayRecordComponent") // written once, sent many times
    private record Kept(long version, byte[] answer) {}

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

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> summary() {
        long version = changes.version();
        byte[] last = current();
        return last != null
                ? Mono.just(last)
                : summaries.now().map(this::written).doOnNext(answer -> kept = new Kept(version, answer));
    }

    /** Sends the answer in the fast lane while the books have not changed. */
    @Bean
    static FastLane sendingTheSummary(SummaryApi api, FixedHeaders fixed) {
        return new PlainGet(fixed, (path, wishes) -> {
            byte[] answer = path.equals(PATH) && takesJson(wishes) ? api.current() : null;
            return answer == null ? null : new PlainGet.Answer(HEADERS, answer);
        });
    }

    private byte @Nullable [] current() {
        Kept last = kept;
        return last != null && last.version == changes.version() ? last.answer : null;
    }

    private byte[] written(Summary summary) {
        return json.writeValueAsBytes(Answer.of(summary));
    }

    private static boolean takesJson(HttpHeaders wishes) {
        String accept = wishes.getFirst(HttpHeaders.ACCEPT);
        return accept == null || accept.equals(MediaType.ALL_VALUE) || accept.equals(MediaType.APPLICATION_JSON_VALUE);
    }
}
