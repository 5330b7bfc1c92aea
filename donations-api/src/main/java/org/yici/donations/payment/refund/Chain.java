package org.yici.donations.payment.refund;

import java.util.function.Function;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Goes on with what was done; a refusal is handed through. */
final class Chain {

    private Chain() {}

    static <A, B> Mono<Outcome<B>> then(Mono<Outcome<A>> first, Function<A, Mono<Outcome<B>>> next) {
        return first.flatMap(
                outcome -> outcome.<Mono<Outcome<B>>>fold(next::apply, refusal -> Mono.just(Outcome.refused(refusal))));
    }

    static <A, B> Mono<Outcome<B>> then(Outcome<A> first, Function<A, Mono<Outcome<B>>> next) {
        return then(Mono.just(first), next);
    }
}
