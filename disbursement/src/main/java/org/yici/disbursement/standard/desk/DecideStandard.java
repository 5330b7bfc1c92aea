package org.yici.disbursement.standard.desk;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Once;
import org.yici.disbursement.standard.Standard;
import org.yici.disbursement.standard.Standards;
import org.yici.disbursement.standard.Version;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/**
 * A second person approves a proposed version, or either withdraws it. Of programmes only what lies ahead can change. What is
 * owed each period may change for months gone by: lists that are fixed stay, and the next one pays the rest or takes it back.
 */
@Component
public final class DecideStandard {

    private final Once once;
    private final Standards standards;
    private final AuditTrail audit;
    private final ProgramClock clock;

    DecideStandard(Once once, Standards standards, AuditTrail audit, ProgramClock clock) {
        this.once = once;
        this.standards = standards;
        this.audit = audit;
        this.clock = clock;
    }

    private record Asked(String standard, String proposal, Version.State state) {}

    public record Decided(String id, Version.State state) {}

    /**
     * @return refused {@code role}, {@code not-found}, {@code own-proposal}, {@code proposal-decided},
     *     {@code standard-too-late} or {@code standard-same-day}
     */
    public Mono<Outcome<Decided>> approve(StaffMember actor, IdempotencyKey key, String code, String proposal) {
        return decide(actor, key, new Asked(code, proposal, Version.State.APPROVED));
    }

    /** @return refused {@code role}, {@code not-found} or {@code proposal-decided} */
    public Mono<Outcome<Decided>> withdraw(StaffMember actor, IdempotencyKey key, String code, String proposal) {
        return decide(actor, key, new Asked(code, proposal, Version.State.WITHDRAWN));
    }

    private Mono<Outcome<Decided>> decide(StaffMember actor, IdempotencyKey key, Asked asked) {
        if (!ProposeStandard.mayEdit(actor)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        return once.run(actor, key, "decide-standard", asked, Decided.class, () -> standards
                .lock(asked.standard())
                .flatMap(standard -> Mono.justOrEmpty(proposal(standard, asked.proposal()))
                        .flatMap(version -> decide(actor, standard, version, asked.state())))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    private static Optional<Version> proposal(Standard standard, String id) {
        return Columns.parseId(id).flatMap(known -> standard.versions().stream()
                .filter(version -> version.id().equals(known))
                .findAny());
    }

    private Mono<Outcome<Decided>> decide(StaffMember actor, Standard standard, Version version, Version.State state) {
        if (version.state() != Version.State.PROPOSED) {
            return Mono.just(Outcome.refused(StandardReason.PROPOSAL_DECIDED));
        }
        return state == Version.State.APPROVED ? approve(actor, standard, version) : record(actor, version, state);
    }

    private Mono<Outcome<Decided>> approve(StaffMember actor, Standard standard, Version version) {
        if (actor.is(version.proposedBy())) {
            return Mono.just(Outcome.refused(StandardReason.OWN_PROPOSAL));
        }
        if (standard.isProgramme() && !version.from().isAfter(clock.today())) {
            return Mono.just(Outcome.refused(StandardReason.TOO_LATE));
        }
        if (beginsTogetherWithAnother(standard, version)) {
            return Mono.just(Outcome.refused(StandardReason.SAME_DAY));
        }
        return record(actor, version, Version.State.APPROVED);
    }

    private static boolean beginsTogetherWithAnother(Standard standard, Version version) {
        return standard.versions().stream()
                .anyMatch(other ->
                        other.state() == Version.State.APPROVED && other.from().equals(version.from()));
    }

    private Mono<Outcome<Decided>> record(StaffMember actor, Version version, Version.State state) {
        return standards
                .decide(version.id(), state, actor.username(), clock.instant())
                .then(audit.record(
                        actor,
                        "standard-" + (state == Version.State.APPROVED ? "approved" : "withdrawn"),
                        version.id().toString(),
                        Map.of(
                                "standard",
                                version.standard(),
                                "from",
                                version.from().toString())))
                .thenReturn(Outcome.done(new Decided(version.id().toString(), state)));
    }
}
