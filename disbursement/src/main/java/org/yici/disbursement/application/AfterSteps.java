package org.yici.disbursement.application;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All that is kept once a step is taken; nothing of one that was refused after all. */
@Component
final class AfterSteps {

    private final List<AfterStep> all;

    AfterSteps(ObjectProvider<AfterStep> all) {
        this.all = all.orderedStream().toList();
    }

    Mono<Void> of(Attempt attempt, Outcome<?> outcome) {
        return outcome.isRefused()
                ? Mono.empty()
                : Flux.fromIterable(all)
                        .concatMap(each -> each.taken(attempt.application().id(), attempt.action()))
                        .then();
    }
}
