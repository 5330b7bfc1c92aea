package org.yici.site.press;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.Language;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import org.yici.site.feed.Changes;
import reactor.core.publisher.Mono;

/**
 * Keeps pages as printed bytes, a copy a language. A copy is sent until the books change, and then for at most a second
 * longer: however many people look, a page is printed once a second.
 */
@Component
public final class Press {

    private static final long PACE_NANOS = Duration.ofSeconds(1).toNanos();
    /** Gift and grant pages have no natural bound. Past this all copies go, since those in demand are soon printed again. */
    private static final int KEPT = 2_000;

    private final Typesetter typesetter;
    private final Changes changes;
    private final Map<Key, Copy> copies = new ConcurrentHashMap<>();
    private final Map<Key, Mono<Copy>> printing = new ConcurrentHashMap<>();

    Press(Typesetter typesetter, Changes changes) {
        this.typesetter = typesetter;
        this.changes = changes;
    }

    private record Key(String address, Locale language) {}

    /**
     * Answers with the page at {@code address}, in the reader's language.
     *
     * @param address path and query as the page is to be known, without the language
     * @return an error 404 when {@code source} gathers nothing
     */
    public Mono<Void> answer(ServerWebExchange exchange, String address, PageSource source) {
        return copy(new Key(address, Language.of(exchange)), source)
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND))))
                .flatMap(copy -> Delivery.of(copy, exchange));
    }

    /** Prints the page anew in both languages, so that it shows what is true now. */
    Mono<Void> reprint(String address, PageSource source) {
        return Mono.when(
                current(new Key(address, Language.ZH), source), current(new Key(address, Language.EN), source));
    }

    /** The page at {@code address} as it may still be sent; null when it has to be printed first. */
    @Nullable
    Copy kept(String address, Locale language) {
        return kept(new Key(address, language));
    }

    private @Nullable Copy kept(Key key) {
        Copy kept = copies.get(key);
        return kept != null && (kept.version() == changes.version() || isYoung(kept)) ? kept : null;
    }

    private Mono<Copy> copy(Key key, PageSource source) {
        Copy kept = kept(key);
        return kept == null ? print(key, source) : Mono.just(kept);
    }

    private Mono<Copy> current(Key key, PageSource source) {
        long wanted = changes.version();
        return print(key, source).flatMap(copy -> copy.version() >= wanted ? Mono.just(copy) : print(key, source));
    }

    private static boolean isYoung(Copy kept) {
        return System.nanoTime() - kept.printedAt() < PACE_NANOS;
    }

    /** Those who ask while it is being printed share the one copy. */
    private Mono<Copy> print(Key key, PageSource source) {
        return printing.computeIfAbsent(key, same -> Mono.defer(() -> {
                    long version = changes.version();
                    return typesetter.set(key.address, key.language, source).map(html -> Copy.of(html, version));
                })
                .doOnNext(copy -> keep(key, copy))
                .doFinally(ended -> printing.remove(key))
                .cache());
    }

    private void keep(Key key, Copy copy) {
        if (copies.size() >= KEPT) {
            copies.clear();
        }
        copies.put(key, copy);
    }
}
