package org.yici.site.press;

import reactor.core.publisher.Mono;

/** Gathers what a page shows; empty where there is no such page. All its reading is one snapshot of the books. */
@FunctionalInterface
public interface PageSource {

    Mono<Sheet> gather();
}
