package org.yici.donations.payment.counter.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.payment.counter.CounterBatch;
import org.yici.donations.payment.counter.CounterBatchId;
import org.yici.donations.payment.counter.CounterBatches;
import org.yici.donations.payment.counter.CounterDuty;
import org.yici.donations.payment.counter.CounterLines;
import org.yici.donations.payment.counter.CounterLines.Shown;
import org.yici.donations.payment.counter.CounterReason;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.Language;
import org.yici.platform.web.Problems;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The counter's batches by program, for staff: {@code GET …/batches} newest first, {@code …/batches/{id}} with how far its
 * reading or its booking is, {@code …/batches/{id}/lines?show=refused|held} with the fate of each.
 */
@RestController
@RequestMapping(path = CounterAddresses.API + "/batches", produces = "application/json")
final class BatchesApi {

    private static final int MOST = 200;

    private final CounterBatches batches;
    private final CounterLines lines;
    private final LineWords words;
    private final Problems problems;

    BatchesApi(CounterBatches batches, CounterLines lines, LineWords words, Problems problems) {
        this.batches = batches;
        this.lines = lines;
        this.words = words;
        this.problems = problems;
    }

    record Page<T>(List<T> items, @Nullable String next) {

        /** @param found one more than {@code limit}, if there are more */
        static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
            return found.size() <= limit
                    ? new Page<>(found, null)
                    : new Page<>(found.subList(0, limit), cursor.apply(found.get(limit - 1)));
        }
    }

    @GetMapping
    Mono<Page<BatchAnswer>> list(
            StaffMember reader,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.LOOK, reader);
        int most = limited(limit);
        long before = CounterBatchId.parse(Objects.requireNonNullElse(after, ""))
                .map(CounterBatchId::number)
                .orElse(Long.MAX_VALUE);
        return batches.before(before, most + 1)
                .concatMap(batch -> answer(reader, batch, Language.of(exchange)))
                .collectList()
                .map(found -> Page.of(found, most, BatchAnswer::id));
    }

    @GetMapping("/{number}")
    Mono<BatchAnswer> one(StaffMember reader, @PathVariable String number, ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.LOOK, reader);
        return find(number).flatMap(batch -> answer(reader, batch, Language.of(exchange)));
    }

    @GetMapping("/{number}/lines")
    Mono<Page<LineAnswer>> lines(
            StaffMember reader,
            @PathVariable String number,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String show,
            ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.LOOK, reader);
        int most = limited(limit);
        int behind = CounterAddresses.line(Objects.requireNonNullElse(after, ""));
        Locale locale = Language.of(exchange);
        return find(number)
                .flatMapMany(batch ->
                        BatchPage.isRead(batch) ? lines.after(batch.id(), behind, shown(show), most + 1) : Flux.empty())
                .map(line -> LineAnswer.of(line, words.of(line, reader, locale)))
                .collectList()
                .map(found -> Page.of(found, most, line -> Integer.toString(line.line())));
    }

    private Mono<CounterBatch> find(String number) {
        return batches.find(CounterAddresses.batch(number))
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(CounterReason.UNKNOWN))));
    }

    private Mono<BatchAnswer> answer(StaffMember reader, CounterBatch batch, Locale locale) {
        return lines.held(batch.id())
                .map(held -> BatchAnswer.of(
                        batch, held, problems.ofFields(batch.faults(), locale).errors(), reader));
    }

    private static Shown shown(@Nullable String word) {
        return Objects.requireNonNullElse(BatchPage.View.of(word, null).chosen(), Shown.ALL);
    }

    private static int limited(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit");
        }
        return limit;
    }
}
