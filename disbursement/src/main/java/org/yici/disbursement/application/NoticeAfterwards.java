package org.yici.disbursement.application;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.standard.PayFirst;
import org.yici.ledger.Money;
import org.yici.platform.outcome.Refusal;

/**
 * A grant that is paid before its notice, where its standard allows that for urgent hardship: which steps are open to such a
 * grant and to no other. Pure.
 */
public final class NoticeAfterwards {

    /** Where a notice and what comes of it leave the case as it is. */
    static final Set<ApplicationState> STATES = EnumSet.of(
            ApplicationState.AWARDED, ApplicationState.PAYING, ApplicationState.PAID, ApplicationState.CONFIRMED);

    private NoticeAfterwards() {}

    /** Is the step one that this case could come to, as far as notices go? */
    static boolean isOpen(Attempt attempt) {
        Application application = attempt.application();
        if (isAwardBeforeNotice(attempt)) {
            return rule(attempt.terms()).isPresent();
        }
        return !STATES.contains(application.state()) || isOpenAfterwards(application, attempt.action());
    }

    private static boolean isOpenAfterwards(Application application, Action action) {
        Application.@Nullable Notice notice = application.notice();
        return switch (action) {
            case POST_NOTICE -> application.isPaidFirst() && notice == null;
            case OBJECT, END_NOTICE -> application.isPaidFirst() && notice != null;
            case DISMISS_OBJECTION, UPHOLD_OBJECTION -> notice != null && notice.openObjections() > 0;
            default -> true;
        };
    }

    /** More is not paid first: it goes the ordinary way. */
    static Optional<Refusal> overCap(Attempt attempt) {
        Terms terms = attempt.terms();
        return terms == null || !isAwardBeforeNotice(attempt)
                ? Optional.empty()
                : rule(terms)
                        .map(PayFirst::cap)
                        .filter(cap -> terms.amount().compareTo(cap) > 0)
                        .map(Money::yuan)
                        .map(cap -> Refusal.because(GrantReason.OVER_PAY_FIRST, cap));
    }

    /** Until the notice of the one has ended, no other is paid first. */
    static Optional<Refusal> another(Attempt attempt) {
        Terms terms = attempt.terms();
        return terms != null && isAwardBeforeNotice(attempt) && terms.anotherPaidFirst()
                ? Optional.of(Refusal.because(GrantReason.PAY_FIRST_RUNNING))
                : Optional.empty();
    }

    /** What could be approved now: before the notice, no more than is paid first. */
    static Terms offered(Application application, Terms terms) {
        return application.state() != ApplicationState.REVIEWED
                ? terms
                : rule(terms)
                        .map(PayFirst::cap)
                        .filter(cap -> terms.amount().compareTo(cap) > 0)
                        .map(terms::of)
                        .orElse(terms);
    }

    private static boolean isAwardBeforeNotice(Attempt attempt) {
        return attempt.action() == Action.APPROVE && attempt.application().state() == ApplicationState.REVIEWED;
    }

    /** What the standard of the day allows to be paid first. */
    public static Optional<PayFirst> rule(@Nullable Terms terms) {
        return Optional.ofNullable(terms)
                .flatMap(given -> given.programme().standard())
                .map(version -> version.limits().payFirst());
    }
}
