package org.yici.disbursement.income;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Once;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.household.KeptOut;
import org.yici.disbursement.income.CountIncome.Counted;
import org.yici.disbursement.income.CountedIncome.State;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** A second person confirms a household's income, or it is dropped: by either, so that a slip of the pen can be put right. */
@Component
public final class DecideIncome {

    private static final Set<Role> CONFIRM = Set.of(Role.REVIEWER, Role.APPROVER);

    private final Once once;
    private final Households households;
    private final CountedIncomes incomes;
    private final KeptOut keptOut;
    private final AuditTrail audit;
    private final ProgramClock clock;

    DecideIncome(
            Once once,
            Households households,
            CountedIncomes incomes,
            KeptOut keptOut,
            AuditTrail audit,
            ProgramClock clock) {
        this.once = once;
        this.households = households;
        this.incomes = incomes;
        this.keptOut = keptOut;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is decided about a figure that waits. */
    public enum Decision {
        CONFIRM(State.CONFIRMED),
        DROP(State.DROPPED);

        private final State state;

        Decision(State state) {
            this.state = state;
        }

        /** @throws InvalidInput for any other word */
        public static Decision of(@Nullable String word) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equals(word))
                    .findAny()
                    .orElseThrow(() -> InvalidInput.of("decision", "input.income.decision"));
        }
    }

    private record Asked(String household, String income, Decision decision) {}

    public static boolean mayConfirm(StaffMember actor) {
        return CONFIRM.stream().anyMatch(actor::has);
    }

    /**
     * @return refused {@code role}, {@code not-found}, {@code related}, {@code income-decided} or
     *     {@code income-same-person}
     */
    public Mono<Outcome<Counted>> decide(
            StaffMember actor, IdempotencyKey key, String household, String income, Decision decision) {
        boolean may = mayConfirm(actor) || decision == Decision.DROP && actor.has(Role.INTAKE);
        if (!may) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        return once.run(
                actor, key, "decide-income", new Asked(household, income, decision), Counted.class, () -> Mono.zip(
                                households.find(household), lock(income))
                        .filter(found ->
                                found.getT2().household().equals(found.getT1().id()))
                        .flatMap(found ->
                                keptOut.only(actor, found.getT1().id(), () -> record(actor, found.getT2(), decision)))
                        .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    private Mono<CountedIncome> lock(String income) {
        return Mono.justOrEmpty(Columns.parseId(income)).flatMap(incomes::lock);
    }

    private Mono<Outcome<Counted>> record(StaffMember actor, CountedIncome income, Decision decision) {
        return refused(actor, income, decision)
                .map(reason -> Mono.just(Outcome.<Counted>refused(reason)))
                .orElseGet(() -> incomes.decide(income.id(), decision.state, actor.username(), clock.instant())
                        .then(audit.record(
                                actor,
                                "income-" + (decision == Decision.CONFIRM ? "confirmed" : "dropped"),
                                income.id().toString(),
                                Map.of("household", income.household().toString())))
                        .thenReturn(Outcome.done(new Counted(income.id().toString(), decision.state))));
    }

    private static Optional<IncomeReason> refused(StaffMember actor, CountedIncome income, Decision decision) {
        if (!income.isWaiting()) {
            return Optional.of(IncomeReason.INCOME_DECIDED);
        }
        return decision == Decision.CONFIRM && actor.is(income.recordedBy())
                ? Optional.of(IncomeReason.INCOME_SAME_PERSON)
                : Optional.empty();
    }
}
