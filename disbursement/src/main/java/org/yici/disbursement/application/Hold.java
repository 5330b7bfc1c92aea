package org.yici.disbursement.application;

import java.util.Optional;
import org.yici.platform.outcome.Refusal;
import reactor.core.publisher.Mono;

/** Something kept beside a case that stands against a step of it, such as a question that nobody has answered. */
public interface Hold {

    /** Why the step may not be taken yet, or nothing. Asked last, once every policy is content. */
    Mono<Optional<Refusal>> against(Application application, Action action);
}
