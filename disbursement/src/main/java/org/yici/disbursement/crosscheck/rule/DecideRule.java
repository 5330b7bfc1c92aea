package org.yici.disbursement.crosscheck.rule;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Once;
import org.yici.disbursement.crosscheck.CrossCheckReason;
import org.yici.disbursement.crosscheck.rule.RuleVersion.State;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** A second person approves a proposed version of a rule, or either withdraws it. Only what lies ahead can change. */
@Component
public final class DecideRule {

    private final Once once;
    private final Rules rules;
    private final AuditTrail audit;
    private final ProgramClock clock;

    DecideRule(Once once, Rules rules, AuditTrail audit, ProgramClock clock) {
        this.once = once;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    private record Asked(String rule, String proposal, State state) {}

    public record Decided(String id, State state) {}

    /**
     * @param state approved or withdrawn
     * @return refused {@code role}, {@code not-found}, {@code rule-own-proposal}, {@code rule-decided},
     *     {@code rule-too-late} or {@code rule-same-day}
     */
    public Mono<Outcome<Decided>> decide(
            StaffMember actor, IdempotencyKey key, String code, String proposal, State state) {
        if (!ProposeRule.mayEdit(actor)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        Asked asked = new Asked(code, proposal, state);
        return once.run(actor, key, "decide-rule", asked, Decided.class, () -> rules.lock(code)
                .flatMap(rule -> Mono.justOrEmpty(Columns.parseId(proposal).flatMap(rule::version))
                        .flatMap(version -> decide(actor, rule, version, state)))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    private Mono<Outcome<Decided>> decide(StaffMember actor, Rule rule, RuleVersion version, State state) {
        if (version.state() != State.PROPOSED) {
            return Mono.just(Outcome.refused(CrossCheckReason.RULE_DECIDED));
        }
        if (state == State.APPROVED && actor.is(version.proposedBy())) {
            return Mono.just(Outcome.refused(CrossCheckReason.RULE_OWN_PROPOSAL));
        }
        if (state == State.APPROVED && !version.from().isAfter(clock.today())) {
            return Mono.just(Outcome.refused(CrossCheckReason.RULE_TOO_LATE));
        }
        if (state == State.APPROVED && rule.hasVersionFrom(version.from())) {
            return Mono.just(Outcome.refused(CrossCheckReason.RULE_SAME_DAY));
        }
        return rules.decide(version.id(), state, actor.username(), clock.instant())
                .then(audit.record(
                        actor,
                        state == State.APPROVED ? "crosscheck-rule-approved" : "crosscheck-rule-withdrawn",
                        version.id().toString(),
                        Map.of("rule", rule.code(), "from", version.from().toString())))
                .thenReturn(Outcome.done(new Decided(version.id().toString(), state)));
    }
}
