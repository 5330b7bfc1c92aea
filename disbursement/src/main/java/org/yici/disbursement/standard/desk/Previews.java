package org.yici.disbursement.standard.desk;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationState;
import org.yici.disbursement.application.Applications;
import org.yici.disbursement.application.CaseFacts;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.standard.Facts;
import org.yici.disbursement.standard.Standard;
import org.yici.disbursement.standard.Version;
import org.yici.disbursement.standing.Dues;
import org.yici.disbursement.standing.Period;
import org.yici.disbursement.standing.Scheme;
import org.yici.disbursement.standing.Schemes;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Works out what a proposed version would change: judges what is open by both, and writes nothing down. */
@Component
final class Previews {

    /** More than a county has open at once. */
    private static final int MOST = 2_000;

    private static final List<ApplicationState> OPEN = List.of(
            ApplicationState.SUBMITTED,
            ApplicationState.RETURNED,
            ApplicationState.REVIEWED,
            ApplicationState.ON_NOTICE,
            ApplicationState.OBJECTED,
            ApplicationState.NOTICE_ENDED);

    private final Applications applications;
    private final CaseFacts facts;
    private final Households households;
    private final Schemes schemes;
    private final Dues dues;
    private final ProgramClock clock;

    Previews(
            Applications applications,
            CaseFacts facts,
            Households households,
            Schemes schemes,
            Dues dues,
            ProgramClock clock) {
        this.applications = applications;
        this.facts = facts;
        this.households = households;
        this.schemes = schemes;
        this.dues = dues;
        this.clock = clock;
    }

    Mono<Preview> of(Standard standard, Version proposed) {
        return standard.isProgramme() ? ofProgramme(standard, proposed) : ofStanding(standard, proposed);
    }

    private Mono<Preview> ofProgramme(Standard standard, Version proposed) {
        Optional<Version> before = standard.on(proposed.from());
        return applications
                .in(OPEN, MOST)
                .filter(application -> application.kind().word().equals(standard.code()))
                .collectList()
                .flatMap(open -> Flux.fromIterable(open)
                        .concatMap(application -> change(application, before, proposed))
                        .collectList()
                        .map(changes -> new Preview(open.size(), changes, null)));
    }

    private Mono<Preview.Change> change(Application application, Optional<Version> before, Version proposed) {
        return facts.on(proposed.from(), application).flatMap(known -> {
            Money was = before.map(version -> amount(version, known)).orElse(Money.ZERO);
            Money becomes = amount(proposed, known);
            return was.equals(becomes)
                    ? Mono.empty()
                    : households
                            .find(application.household())
                            .map(household -> new Preview.Change(
                                    application.id().toString(),
                                    household.code(),
                                    was,
                                    becomes,
                                    proposed.isEligible(known.categories())));
        });
    }

    /** What could be granted: nothing beyond the cap, nothing where the category is not eligible. */
    private static Money amount(Version version, Facts facts) {
        if (!version.isEligible(facts.categories())) {
            return Money.ZERO;
        }
        Money computed = version.amountFor(facts.basis());
        Money cap = version.limits().cap();
        return cap != null && cap.compareTo(computed) < 0 ? cap : computed;
    }

    private Mono<Preview> ofStanding(Standard standard, Version proposed) {
        return schemes.ofStandard(standard.code())
                .flatMap(scheme -> period(scheme, proposed))
                .map(period -> new Preview(0, List.of(), period));
    }

    /** The first list that it would touch: one that is not fixed yet, with what it would put right about those that are. */
    private Mono<Preview.PeriodChange> period(Scheme scheme, Version proposed) {
        Period first = Period.containing(scheme.every(), proposed.from());
        return dues.nextPeriod(scheme, clock.today())
                .map(next -> next.first().isAfter(first.first()) ? next : first)
                .flatMap(period -> Mono.zip(dues.worked(scheme, period), dues.worked(scheme.with(proposed), period))
                        .map(both -> Preview.PeriodChange.of(both.getT1(), both.getT2())));
    }
}
