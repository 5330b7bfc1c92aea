package org.yici.platform.database;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Runs a use case in one transaction: what is done commits, what is refused leaves no trace. */
@Component
public final class Transactions {

    private final TransactionalOperator operator;

    Transactions(TransactionalOperator operator) {
        this.operator = operator;
    }

    /**
     * Commits when {@code work} answers done; rolls back when it answers refused or fails. A caller who hangs up stops
     * listening and nothing else: cancelling a reactive transaction half-way can hand its connection back still open, and
     * what the next caller commits on it is lost. So the work is not the caller's to cancel.
     */
    public <T> Mono<Outcome<T>> inOne(Supplier<Mono<Outcome<T>>> work) {
        Mono<Outcome<T>> whole = operator.execute(
                        transaction -> Mono.defer(work).doOnNext(outcome -> {
                            if (outcome.isRefused()) {
                                transaction.setRollbackOnly();
                            }
                        }))
                .single();
        return Mono.deferContextual(
                context -> Mono.fromFuture(whole.contextWrite(context).toFuture(), true));
    }
}
