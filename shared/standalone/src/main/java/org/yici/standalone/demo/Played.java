package org.yici.standalone.demo;

import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Every step of the play has to succeed: a refusal here is a defect of the plan. */
final class Played {

    private Played() {}

    static <T> Mono<T> surely(String step, Mono<Outcome<T>> asked) {
        return asked.map(outcome -> outcome.fold(value -> value, refusal -> {
            throw new IllegalStateException("the demo world's step " + step + " was refused: "
                    + refusal.reason().word() + " " + refusal.arguments());
        }));
    }
}
