package org.yici.disbursement.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.platform.outcome.Refusal;

/** Where a case stands after a step, and what the person who took it may do next. */
public record Progress(String id, ApplicationState state, List<Next> next) {

    /** {@code reason} is the machine word of why not; null where it is allowed. */
    public record Next(
            String action, boolean allowed, @Nullable String reason) {

        static Next of(NextSteps.Offer offer) {
            return new Next(
                    offer.action().word(),
                    offer.allowed(),
                    offer.obstacle()
                            .map(Refusal::reason)
                            .map(reason -> reason.word())
                            .orElse(null));
        }
    }

    public static Progress of(Application application, List<NextSteps.Offer> offers) {
        return new Progress(
                application.id().toString(),
                application.state(),
                offers.stream().map(Next::of).toList());
    }
}
