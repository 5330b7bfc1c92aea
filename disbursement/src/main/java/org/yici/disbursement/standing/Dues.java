package org.yici.disbursement.standing;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is due for a period: the list as it was fixed, or as it would be now. */
@Component
public final class Dues {

    private final List<EntitledPeople> sources;
    private final DueLists lists;

    Dues(List<EntitledPeople> sources, DueLists lists) {
        this.sources = List.copyOf(sources);
        this.lists = lists;
    }

    /** By the standards and the people as they are known now. */
    public Mono<DueList> worked(Scheme scheme, Period period) {
        return Flux.fromIterable(scheme.categories())
                .concatMap(category -> Flux.fromIterable(sources)
                        .concatMap(people -> people.between(
                                category, period.first().atDay(1), period.last().atEndOfMonth())))
                .collectList()
                .map(entitled -> WhatIsDue.of(scheme, period, entitled));
    }

    /** The fixed one where there is one. */
    public Mono<DueList> of(Scheme scheme, Period period) {
        return lists.find(scheme.code().value(), period)
                .flatMap(list -> fixed(scheme, period, list.id()))
                .switchIfEmpty(Mono.defer(() -> worked(scheme, period)));
    }

    private Mono<DueList> fixed(Scheme scheme, Period period, UUID list) {
        return lists.parts(list).collectList().map(parts -> new DueList(scheme.code(), period, parts));
    }
}
