package org.yici.site.journal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import org.yici.site.feed.Changes;
import org.yici.site.press.LivePages;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * What happens, as it happens. Every reader walks along the stored journals and facts at its own pace, woken by changes,
 * so a slow one holds nothing but its place; one that takes nothing at all between two heartbeats is dropped, and may
 * resume.
 */
@Component
class EventStream implements SmartLifecycle {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int STEP = 200;

    private final Journals journals;
    private final Changes changes;
    private final LivePages pages;
    private volatile Sinks.@Nullable One<Boolean> end;

    EventStream(Journals journals, Changes changes, LivePages pages) {
        this.journals = journals;
        this.changes = changes;
        this.pages = pages;
    }

    /** Journals and facts behind {@code resumed}, or from now on. */
    Flux<ServerSentEvent<String>> events(@Nullable StreamPosition resumed) {
        Mono<StreamPosition> start = resumed == null
                ? journals.head().map(head -> new StreamPosition(head.journals(), head.facts()))
                : Mono.just(resumed);
        return alive(start.flatMapMany(this::follow));
    }

    /** {@code book} whenever the live pages are printed anew; the first at once, since the reader's page may be older. */
    Flux<ServerSentEvent<String>> pages() {
        return alive(Flux.merge(pages.printed(), Mono.fromSupplier(changes::version))
                .onBackpressureLatest()
                .map(version -> ServerSentEvent.builder(Long.toString(version))
                        .event("book")
                        .build()));
    }

    private Flux<ServerSentEvent<String>> follow(StreamPosition start) {
        Place place = new Place(start);
        return Flux.merge(changes.newer(), Mono.just(0L))
                .onBackpressureLatest()
                .concatMap(woken -> Flux.defer(() -> step(place)), 0);
    }

    /** Everything that is there behind the reader's place, step by step. */
    private Flux<ServerSentEvent<String>> step(Place place) {
        return Flux.concat(
                        journals.after(place.now.journals(), STEP)
                                .map(journal -> place.move(
                                        "journal", journal, new StreamPosition(journal.number(), place.now.facts()))),
                        Flux.defer(() -> journals.factsAfter(place.now.facts(), STEP))
                                .map(fact -> place.move(
                                        "fact", fact, new StreamPosition(place.now.journals(), fact.number()))))
                .collectList()
                .flatMapMany(found -> found.size() < STEP
                        ? Flux.fromIterable(found)
                        : Flux.concat(Flux.fromIterable(found), Flux.defer(() -> step(place))));
    }

    private Flux<ServerSentEvent<String>> alive(Flux<ServerSentEvent<String>> events) {
        Sinks.One<Boolean> ended = end;
        if (ended == null) {
            return Flux.empty();
        }
        Flux<ServerSentEvent<String>> heartbeat = Flux.interval(Duration.ZERO, HEARTBEAT)
                .map(beat -> ServerSentEvent.<String>builder().comment("").build());
        return Flux.merge(1, heartbeat, events)
                .onErrorComplete(Exceptions::isOverflow)
                .takeUntilOther(ended.asMono());
    }

    /** One reader's place; only ever touched by its own, sequential stream. */
    private static final class Place {
        private StreamPosition now;

        Place(StreamPosition start) {
            this.now = start;
        }

        ServerSentEvent<String> move(String event, Journals.Published published, StreamPosition next) {
            now = next;
            return ServerSentEvent.builder(published.text())
                    .event(event)
                    .id(next.id())
                    .build();
        }
    }

    @Override
    public void start() {
        end = Sinks.one();
    }

    /** Open streams would keep the server from stopping. */
    @Override
    public void stop() {
        Sinks.One<Boolean> ending = end;
        end = null;
        if (ending != null) {
            ending.tryEmitValue(true);
        }
    }

    @Override
    public boolean isRunning() {
        return end != null;
    }

    /** Stops first of all. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
