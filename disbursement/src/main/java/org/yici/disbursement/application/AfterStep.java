package org.yici.disbursement.application;

import reactor.core.publisher.Mono;

/** Keeps what a step came to, once all its work is done, in the step's own transaction: a letter's words. */
public interface AfterStep {

    Mono<Void> taken(ApplicationId application, Action action);
}
