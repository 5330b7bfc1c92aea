package org.yici.disbursement.homevisit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.application.Contribution;
import org.yici.disbursement.application.Duty;
import org.yici.disbursement.application.PastDay;
import org.yici.disbursement.conflict.RelationReason;
import org.yici.disbursement.standard.Paper;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Reason;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/**
 * Intake or a reviewer writes down a visit at home. Colleagues who went along, named by their usernames, have the same part in
 * the grant as who writes it down, and take no other.
 */
@Component
public final class RecordHomeVisit {

    private static final int FEWEST_VISITORS = 2;
    private static final int MOST_VISITORS = 8;
    private static final int NAME_CHARACTERS = 60;
    private static final int FINDINGS_CHARACTERS = 2_000;

    private final Once once;
    private final Casework casework;
    private final HomeVisits visits;
    private final StaffNames staffNames;
    private final AuditTrail audit;
    private final ProgramClock clock;

    RecordHomeVisit(
            Once once,
            Casework casework,
            HomeVisits visits,
            StaffNames staffNames,
            AuditTrail audit,
            ProgramClock clock) {
        this.once = once;
        this.casework = casework;
        this.visits = visits;
        this.staffNames = staffNames;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * As it was typed.
     *
     * @param visitors at least two, each a username or a name
     * @param day {@code 2018-05-04}
     */
    public record Visit(
            @Nullable List<@Nullable String> visitors,
            @Nullable String day,
            @Nullable String findings) {}

    public record Recorded(String id, LocalDate day, Instant at) {}

    /**
     * @return refused {@code not-found}, {@code role}, {@code related}, {@code same-person} or {@code step-not-open}
     * @throws InvalidInput naming every field that is wrong; a day that is wrong as an error, once the case is known
     */
    public Mono<Outcome<Recorded>> record(StaffMember actor, IdempotencyKey key, String id, Visit visit) {
        FieldErrors errors = new FieldErrors();
        List<String> visitors = visitors(visit, errors);
        Typed.text(errors, visit.findings(), "findings", FINDINGS_CHARACTERS);
        errors.throwIfAny();
        return once.run(
                actor,
                key,
                "home-visit/" + id,
                visit,
                Recorded.class,
                () -> Chain.then(
                        casework.open(id),
                        application -> Chain.then(
                                Mono.just(Contribution.ofRecord(application, actor, Paper.HOME_VISIT)),
                                duty -> record(actor, application, duty, visitors, visit))));
    }

    private static List<String> visitors(Visit visit, FieldErrors errors) {
        List<String> named = Stream.ofNullable(visit.visitors())
                .flatMap(List::stream)
                .flatMap(name -> Optional.ofNullable(Typed.orNull(name)).stream())
                .distinct()
                .toList();
        errors.require(
                named.size() >= FEWEST_VISITORS && named.size() <= MOST_VISITORS,
                "visitors",
                "input.evidence.visitors",
                FEWEST_VISITORS,
                MOST_VISITORS);
        named.forEach(name -> Typed.line(errors, name, "visitors", NAME_CHARACTERS));
        return named;
    }

    private Mono<Outcome<Recorded>> record(
            StaffMember actor, Application application, Duty duty, List<String> visitors, Visit typed) {
        LocalDate day = PastDay.read(typed.day(), "day", application, clock.today());
        return staffNames.of(visitors).flatMap(known -> {
            List<String> staff = visitors.stream().filter(known::containsKey).toList();
            HomeVisit visit = new HomeVisit(
                    UUID.randomUUID(),
                    day,
                    visitors,
                    staff,
                    Objects.requireNonNull(typed.findings()).strip(),
                    actor.username(),
                    clock.instant());
            return staff.stream()
                    .flatMap(username -> against(username, application, duty).stream())
                    .findFirst()
                    .map(reason -> Mono.just(Outcome.<Recorded>refused(reason)))
                    .orElseGet(() -> write(actor, application, duty, visit));
        });
    }

    private static Optional<Reason> against(String username, Application application, Duty duty) {
        if (application.file().related().contains(username)) {
            return Optional.of(RelationReason.RELATED);
        }
        return application.hasOtherPart(username, duty) ? Optional.of(StaffReason.SAME_PERSON) : Optional.empty();
    }

    private Mono<Outcome<Recorded>> write(StaffMember actor, Application application, Duty duty, HomeVisit visit) {
        String id = visit.id().toString();
        return visits.add(application.id(), visit, duty)
                .then(audit.record(
                        actor,
                        "home-visit-recorded",
                        id,
                        Map.of("application", application.id().toString())))
                .thenReturn(Outcome.done(new Recorded(id, visit.day(), visit.at())));
    }
}
