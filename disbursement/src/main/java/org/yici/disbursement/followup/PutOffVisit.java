package org.yici.disbursement.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Once;
import org.yici.disbursement.Typed;
import org.yici.disbursement.award.Award;
import org.yici.disbursement.award.AwardState;
import org.yici.disbursement.conflict.Unrelated;
import org.yici.disbursement.followup.RecordVisit.Recorded;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** A visit could not take place: why, and on which day somebody comes again. */
@Component
public final class PutOffVisit {

    private final Once once;
    private final FollowUps followUps;
    private final Unrelated unrelated;
    private final AuditTrail audit;
    private final ProgramClock clock;

    PutOffVisit(Once once, FollowUps followUps, Unrelated unrelated, AuditTrail audit, ProgramClock clock) {
        this.once = once;
        this.followUps = followUps;
        this.unrelated = unrelated;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param nextVisit such as {@code 2018-05-04}, behind today and within two years */
    public record PutOff(@Nullable String reason, @Nullable String nextVisit) {}

    /**
     * @return refused {@code not-found}, {@code role}, {@code related} or {@code not-with-household}
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Recorded>> putOff(StaffMember actor, IdempotencyKey key, String award, PutOff putOff) {
        if (!RecordVisit.mayVisit(actor)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        Instant at = clock.instant();
        FieldErrors errors = new FieldErrors();
        LocalDate today = LocalDate.ofInstant(at, ProgramClock.CHINA);
        Typed.text(errors, putOff.reason(), "reason", Seen.NOTE_CHARACTERS);
        LocalDate next = Seen.later(errors, putOff.nextVisit(), today, "nextVisit");
        errors.throwIfAny();
        String reason = Objects.requireNonNull(putOff.reason()).strip();
        Visit visit = new Visit(UUID.randomUUID(), today, actor.username(), at, null, true, next, reason);
        return once.run(
                actor,
                key,
                "followup-missed/" + award,
                putOff,
                Recorded.class,
                () -> Chain.then(
                        followUps.award(award),
                        found -> found.state() == AwardState.PAID
                                ? unrelated.only(actor, found.household(), () -> write(actor, found, visit))
                                : Mono.just(Outcome.refused(FollowUpReason.NOT_WITH_HOUSEHOLD))));
    }

    private Mono<Outcome<Recorded>> write(StaffMember actor, Award award, Visit visit) {
        return followUps
                .visit(award.id(), visit)
                .then(audit.record(
                        actor,
                        "visit-put-off",
                        visit.id().toString(),
                        Map.of("award", award.id().toString(), "until", String.valueOf(visit.next()))))
                .thenReturn(
                        Outcome.done(new Recorded(visit.id().toString(), visit.at(), String.valueOf(visit.next()))));
    }
}
