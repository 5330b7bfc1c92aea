package org.yici.disbursement.desk.bulk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.FormAnswers;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Applications;
import org.yici.disbursement.application.GrantReason;
import org.yici.disbursement.application.NextSteps;
import org.yici.disbursement.conflict.RelationReason;
import org.yici.disbursement.household.Households;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.Problem;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** The cases that wait for a step, each judged by the same policies that will judge it when the step is taken. */
@Component
public final class PlanMany {

    /** As many as one reads through before one says yes to all of them. */
    public static final int MOST = 100;

    /** Somebody else's work is not on anybody's list. */
    private static final Set<String> NOT_MINE = Set.of(
            StaffReason.ROLE.word(),
            StaffReason.SAME_PERSON.word(),
            RelationReason.RELATED.word(),
            GrantReason.APPEAL_SAME_PERSON.word());

    private final Applications applications;
    private final Households households;
    private final NextSteps nextSteps;
    private final FormAnswers answers;
    private final ProgramClock clock;

    PlanMany(
            Applications applications,
            Households households,
            NextSteps nextSteps,
            FormAnswers answers,
            ProgramClock clock) {
        this.applications = applications;
        this.households = households;
        this.nextSteps = nextSteps;
        this.answers = answers;
        this.clock = clock;
    }

    /** Longest waiting first, at most {@link #MOST}; a fund that reaches for each of them may still not reach for all. */
    public Mono<List<Planned>> of(StaffMember actor, Act act, Locale locale) {
        return applications
                .in(List.of(act.from()), MOST)
                .collectList()
                .flatMapIterable(waiting -> waiting)
                .concatMap(header -> applications.find(header.id()))
                .concatMap(application -> planned(actor, act, application, locale))
                .filter(planned -> planned.reason() == null || !NOT_MINE.contains(planned.reason()))
                .collectList();
    }

    /**
     * Who the cases are of which something became, wherever they stand by now, by their ids; without those that are not this
     * person's at all.
     */
    public Mono<Map<String, Planned>> named(StaffMember reader, Act act, List<Fate> fates) {
        List<UUID> theirs = fates.stream()
                .filter(fate -> fate.reason() == null || !NOT_MINE.contains(fate.reason()))
                .flatMap(fate -> Columns.parseId(fate.id()).stream())
                .toList();
        return applications
                .all(theirs)
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(
                        application -> Mono.zip(households.find(application.household()), nextSteps.terms(application))
                                .map(found -> Planned.of(act, application, found.getT1(), found.getT2(), null, reader)))
                .collectMap(Planned::id);
    }

    private Mono<Planned> planned(StaffMember actor, Act act, Application stored, Locale locale) {
        Application application = stored.at(clock.instant());
        return Mono.zip(
                        households.find(application.household()),
                        nextSteps.terms(application),
                        nextSteps.of(application, actor))
                .map(found -> Planned.of(
                        act, application, found.getT1(), found.getT2(), problem(act, found.getT3(), locale), actor));
    }

    private @Nullable Problem problem(Act act, List<NextSteps.Offer> offers, Locale locale) {
        return offers.stream()
                .filter(offer -> offer.action() == act.action())
                .flatMap(offer -> offer.obstacle().stream())
                .findFirst()
                .map(refusal -> said(refusal, locale))
                .orElse(null);
    }

    private Problem said(Refusal refusal, Locale locale) {
        return answers.problem(new RefusedException(refusal), locale);
    }
}
