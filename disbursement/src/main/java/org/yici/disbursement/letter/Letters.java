package org.yici.disbursement.letter;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Columns;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.ApplicationId;
import org.yici.disbursement.application.Applications;
import org.yici.disbursement.application.Step;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.letter.Letter.Kind;
import org.yici.disbursement.standard.Judgement;
import org.yici.disbursement.standard.Judgements;
import org.yici.disbursement.standard.Standards;
import org.yici.disbursement.standard.Version;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Puts a letter together: from the decision, the standard of its day, and what was frozen with it. */
@Component
public final class Letters {

    static final Set<Action> DECIDE = EnumSet.of(
            Action.REFUSE, Action.DECLINE, Action.UPHOLD_OBJECTION, Action.APPROVE, Action.RELEASE, Action.WITHDRAW);
    private static final Set<Role> READ = EnumSet.of(Role.INTAKE, Role.REVIEWER, Role.APPROVER, Role.AUDITOR);

    private final LetterHead head;
    private final Applications applications;
    private final Households households;
    private final Standards standards;
    private final Judgements judgements;
    private final Told told;
    private final Deliveries deliveries;
    private final Appeals appeals;
    private final FrozenLetters frozen;
    private final ProgramClock clock;

    Letters(
            LetterHead head,
            Applications applications,
            Households households,
            Standards standards,
            Judgements judgements,
            Told told,
            Deliveries deliveries,
            Appeals appeals,
            FrozenLetters frozen,
            ProgramClock clock) {
        this.head = head;
        this.applications = applications;
        this.households = households;
        this.standards = standards;
        this.judgements = judgements;
        this.told = told;
        this.deliveries = deliveries;
        this.appeals = appeals;
        this.frozen = frozen;
        this.clock = clock;
    }

    /** Who takes letters to households, or reads them afterwards; a letter holds a name in full. */
    public static boolean mayRead(StaffMember reader) {
        return READ.stream().anyMatch(reader::has);
    }

    /** What letter a case has by now: empty while nothing is decided. */
    public static Optional<Kind> kind(Application application) {
        return switch (application.state()) {
            case REFUSED -> Optional.of(Kind.REFUSAL);
            case WITHDRAWN -> Optional.of(Kind.WITHDRAWAL);
            case AWARDED, PAYING, PAID, CONFIRMED -> Optional.of(Kind.AWARD);
            default -> Optional.empty();
        };
    }

    /** @return refused {@code role}, {@code not-found} or {@code no-letter} */
    public Mono<Outcome<Letter>> of(String id, StaffMember reader) {
        if (!mayRead(reader)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        return Chain.then(
                Mono.justOrEmpty(Columns.parseId(id))
                        .flatMap(known -> applications.find(new ApplicationId(known)))
                        .map(Outcome::done)
                        .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)),
                application -> kind(application)
                        .map(kind -> write(kind, application).map(Outcome::done))
                        .orElseGet(() -> Mono.just(Outcome.refused(LetterReason.NO_LETTER))));
    }

    /** What the letter of a case says by its newest step; empty where that did not decide. */
    Mono<FrozenLetters.Kept> newest(ApplicationId id) {
        return applications.find(id).flatMap(application -> Mono.justOrEmpty(kind(application))
                .filter(kind -> deciding(application) == application.steps().size() - 1)
                .flatMap(kind -> compose(kind, application))
                .map(words -> new FrozenLetters.Kept(
                        application.id(), application.steps().size() - 1, words)));
    }

    /** In the words that were kept with the decision. One from before those were kept is put together from what is known today. */
    private Mono<Letter> write(Kind kind, Application application) {
        return Mono.zip(
                        frozen.find(application.id(), deciding(application))
                                .switchIfEmpty(Mono.defer(() -> compose(kind, application))),
                        deliveries.of(application.id()))
                .map(found -> new Letter(
                        found.getT1(),
                        application,
                        found.getT2(),
                        found.getT1().appealDays() > 0
                                ? appeals.until(found.getT2()).orElse(null)
                                : null,
                        found.getT2().isEmpty() ? null : clock.today()));
    }

    private Mono<LetterWords> compose(Kind kind, Application application) {
        int number = deciding(application);
        Step step = application.steps().get(number);
        LocalDate day = LocalDate.ofInstant(step.at(), ProgramClock.CHINA);
        return Mono.zip(
                        households.find(application.household()),
                        told.of(application.id()),
                        version(application, day),
                        judged(kind, application))
                .map(found -> LetterWords.of(
                        kind,
                        head.sender(),
                        application,
                        found.getT1(),
                        step,
                        found.getT2().get(number),
                        found.getT3().orElse(null),
                        sum(found.getT3(), found.getT4()),
                        kind == Kind.REFUSAL && application.appeal() == null ? appeals.days() : 0));
    }

    private static @Nullable Sum sum(Optional<Version> version, Optional<Judgement> judged) {
        return version.flatMap(known -> judged.map(judgement -> Sum.of(known, judgement)))
                .orElse(null);
    }

    private Mono<Optional<Version>> version(Application application, LocalDate day) {
        return standards
                .find(application.kind().word())
                .map(standard -> standard.on(day))
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Optional<Judgement>> judged(Kind kind, Application application) {
        Application.Award award = application.award();
        return kind != Kind.AWARD || award == null
                ? Mono.just(Optional.empty())
                : judgements.find(award.id()).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    /** The number of the step that decided last. */
    private static int deciding(Application application) {
        List<Step> steps = application.steps();
        for (int i = steps.size() - 1; i > 0; i--) {
            boolean upheldWhereItStands = steps.get(i).from() == steps.get(i).to();
            if (DECIDE.contains(steps.get(i).action()) && !upheldWhereItStands) {
                return i;
            }
        }
        throw new IllegalStateException("nothing decided " + application);
    }
}
