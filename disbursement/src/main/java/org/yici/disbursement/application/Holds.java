package org.yici.disbursement.application;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yici.platform.outcome.Refusal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All that is kept beside cases and may stand against a step. */
@Component
final class Holds {

    private final List<Hold> all;

    Holds(ObjectProvider<Hold> all) {
        this.all = all.orderedStream().toList();
    }

    /** The first reason against it. */
    Mono<Optional<Refusal>> against(Application application, Action action) {
        return Flux.fromIterable(all)
                .concatMap(hold -> hold.against(application, action))
                .concatMap(Mono::justOrEmpty)
                .next()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }
}
