package org.yici.disbursement.clawback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Chain;
import org.yici.disbursement.Columns;
import org.yici.disbursement.application.Casework;
import org.yici.disbursement.award.Award;
import org.yici.disbursement.award.AwardId;
import org.yici.disbursement.award.Awards;
import org.yici.disbursement.clawback.Clawback.Step;
import org.yici.disbursement.conflict.Unrelated;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/**
 * How every step of a demand is taken, inside the caller's transaction: lock the grant's case, find the demand, ask the
 * policies, change it, write the step down, audit it.
 */
@Component
final class ClawbackWork {

    private final Awards awards;
    private final Casework casework;
    private final Clawbacks clawbacks;
    private final Unrelated unrelated;
    private final AuditTrail audit;
    private final ProgramClock clock;

    ClawbackWork(
            Awards awards,
            Casework casework,
            Clawbacks clawbacks,
            Unrelated unrelated,
            AuditTrail audit,
            ProgramClock clock) {
        this.awards = awards;
        this.casework = casework;
        this.clawbacks = clawbacks;
        this.unrelated = unrelated;
        this.audit = audit;
        this.clock = clock;
    }

    /** A demand under its case's lock, with its award. */
    record Locked(Award award, Clawback demand) {}

    /** The award as it is now, its case locked until the transaction ends; refused {@code not-found}. */
    Mono<Outcome<Award>> lock(String award) {
        return Mono.justOrEmpty(Columns.parseId(award))
                .flatMap(id -> awards.find(new AwardId(id)))
                .flatMap(found ->
                        Chain.then(casework.open(found.application().toString()), locked -> awards.find(found.id())
                                .map(Outcome::done)))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND));
    }

    /** The same with the demand that is open; refused {@code no-clawback} too. */
    Mono<Outcome<Locked>> open(String award) {
        return Chain.then(lock(award), found -> clawbacks
                .openOf(found.id())
                .map(demand -> Outcome.done(new Locked(found, demand)))
                .defaultIfEmpty(Outcome.refused(ClawbackReason.NONE_OPEN)));
    }

    /**
     * One step.
     *
     * @param work what the step does to the demand; its new state is set here
     */
    Mono<Outcome<Clawback>> step(
            StaffMember actor,
            Clawback demand,
            ClawbackAction action,
            @Nullable Money amount,
            String note,
            Function<Clawback, Mono<Outcome<Clawback>>> work) {
        ClawbackPolicy.Attempt attempt = new ClawbackPolicy.Attempt(demand, action, actor, clock.today());
        return Chain.then(
                Mono.just(attempt.decide()),
                next -> Chain.then(
                        work.apply(demand), changed -> record(actor, changed.at(next), action, amount, note)));
    }

    private Mono<Outcome<Clawback>> record(
            StaffMember actor, Clawback moved, ClawbackAction action, @Nullable Money amount, String note) {
        return clawbacks.change(moved).then(write(actor, moved, action, amount, note));
    }

    /** The first step of a demand that is new. */
    Mono<Outcome<Clawback>> begin(StaffMember actor, Clawback opened, String note) {
        return clawbacks.add(opened).then(write(actor, opened, ClawbackAction.NOTICE, null, note));
    }

    /** Refused {@code related}, with all that was done before it, where the actor is of the household's family. */
    private Mono<Outcome<Clawback>> write(
            StaffMember actor, Clawback now, ClawbackAction action, @Nullable Money amount, String note) {
        return awards.find(now.award())
                .flatMap(award ->
                        unrelated.only(actor, award.household(), () -> append(actor, now, action, amount, note)));
    }

    private Mono<Outcome<Clawback>> append(
            StaffMember actor, Clawback now, ClawbackAction action, @Nullable Money amount, String note) {
        UUID id = now.id();
        Step step = new Step(action, now.state(), actor.username(), now(), amount, note);
        return clawbacks
                .append(id, now.steps().size(), step)
                .then(audit.record(
                        actor,
                        "clawback-" + action.word(),
                        id.toString(),
                        Map.of(
                                "award",
                                now.award().toString(),
                                "state",
                                now.state().name())))
                .thenReturn(Outcome.done(now));
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return clock.today();
    }
}
