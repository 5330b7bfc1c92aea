package org.yici.disbursement.crosscheck.report;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Hold;
import org.yici.disbursement.crosscheck.CrossCheckReason;
import org.yici.platform.outcome.Refusal;
import reactor.core.publisher.Mono;

/** Nobody passes an application while a finding of its newest report has no answer. Which answer it is makes no difference here. */
@Component
final class FindingsAnswered implements Hold {

    private final Reports reports;

    FindingsAnswered(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Mono<Optional<Refusal>> against(Application application, Action action) {
        return action == Action.PASS
                ? reports.unanswered(application.id())
                        .map(waiting -> waiting > 0
                                ? Optional.of(Refusal.because(CrossCheckReason.FINDING_UNANSWERED, waiting))
                                : Optional.<Refusal>empty())
                : Mono.just(Optional.empty());
    }
}
