package org.yici.disbursement.crosscheck.report;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Hold;
import org.yici.disbursement.crosscheck.CrossCheckReason;
import org.yici.platform.outcome.Refusal;
import reactor.core.publisher.Mono;

/**
 * Nobody passes, grants or pays an application while a finding of its newest report has no answer, whenever that report came.
 * Which answer it is makes no difference here, and every way out stays open: declining, releasing, withdrawing.
 */
@Component
final class FindingsAnswered implements Hold {

    private static final Set<Action> WAIT = EnumSet.of(Action.PASS, Action.APPROVE, Action.SEND_PAYOUT);

    private final Reports reports;

    FindingsAnswered(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Mono<Optional<Refusal>> against(Application application, Action action) {
        return WAIT.contains(action)
                ? reports.unanswered(application.id())
                        .map(waiting -> waiting > 0
                                ? Optional.of(Refusal.because(CrossCheckReason.FINDING_UNANSWERED, waiting))
                                : Optional.<Refusal>empty())
                : Mono.just(Optional.empty());
    }
}
