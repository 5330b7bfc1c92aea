package org.yici.disbursement.followup;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.award.Award;
import org.yici.disbursement.award.AwardState;
import org.yici.disbursement.conflict.Unrelated;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** A township officer or reviewer visits a household after a grant and writes down what was seen. */
@Component
public final class RecordVisit {

    private final Once once;
    private final FollowUps followUps;
    private final Unrelated unrelated;
    private final OutcomeCells cells;
    private final AuditTrail audit;
    private final ProgramClock clock;

    RecordVisit(
            Once once,
            FollowUps followUps,
            Unrelated unrelated,
            OutcomeCells cells,
            AuditTrail audit,
            ProgramClock clock) {
        this.once = once;
        this.followUps = followUps;
        this.unrelated = unrelated;
        this.cells = cells;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param nextVisit where one was set by hand */
    public record Recorded(String id, Instant at, @Nullable String nextVisit) {}

    public static boolean mayVisit(StaffMember actor) {
        return actor.has(Role.INTAKE) || actor.has(Role.REVIEWER);
    }

    /**
     * @return refused {@code not-found}, {@code role}, {@code related}, or {@code not-with-household} where there is a result to write down of
     *     money that the household does not have
     * @throws InvalidInput in the Mono, naming every field that is wrong
     */
    public Mono<Outcome<Recorded>> record(StaffMember actor, IdempotencyKey key, String award, Seen seen) {
        if (!mayVisit(actor)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        return once.run(
                actor,
                key,
                "followup/" + award,
                seen,
                Recorded.class,
                () -> Chain.then(followUps.award(award), found -> {
                    Visit visit = seen.read(found, actor.username(), clock.instant());
                    return visit.results() != null && found.state() != AwardState.PAID
                            ? Mono.just(Outcome.refused(FollowUpReason.NOT_WITH_HOUSEHOLD))
                            : unrelated.only(actor, found.household(), () -> write(actor, found, visit));
                }));
    }

    private Mono<Outcome<Recorded>> write(StaffMember actor, Award award, Visit visit) {
        return followUps
                .visit(award.id(), visit)
                .then(audit.record(
                        actor,
                        "household-visited",
                        visit.id().toString(),
                        Map.of("award", award.id().toString())))
                .then(cells.count(award, visit))
                .thenReturn(Outcome.done(new Recorded(
                        visit.id().toString(),
                        visit.at(),
                        visit.next() == null ? null : visit.next().toString())));
    }
}
