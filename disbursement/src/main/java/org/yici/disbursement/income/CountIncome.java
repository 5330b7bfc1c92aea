package org.yici.disbursement.income;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Once;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Households;
import org.yici.disbursement.household.KeptOut;
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

/** Intake writes down what a household counts as its income. Nothing is reckoned by it until another person confirms it. */
@Component
public final class CountIncome {

    private final Once once;
    private final Households households;
    private final CountedIncomes incomes;
    private final KeptOut keptOut;
    private final AuditTrail audit;
    private final ProgramClock clock;

    CountIncome(
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

    public record Counted(String id, State state) {}

    /**
     * @return refused {@code role}, {@code not-found}, {@code related} or {@code income-waits}
     * @throws InvalidInput naming every field that is wrong
     */
    public Mono<Outcome<Counted>> count(StaffMember actor, IdempotencyKey key, String household, IncomeFigure figure) {
        if (!actor.has(Role.INTAKE)) {
            return Mono.just(Outcome.refused(StaffReason.ROLE));
        }
        IncomeFigure.Read read = figure.read(clock.today());
        return once.run(actor, key, "count-income/" + household, figure, Counted.class, () -> households
                .find(household)
                .flatMap(found -> households.lock(found.id()))
                .flatMap(found -> keptOut.only(actor, found.id(), () -> unlessOneWaits(actor, found, read)))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    private Mono<Outcome<Counted>> unlessOneWaits(StaffMember actor, Household household, IncomeFigure.Read read) {
        return incomes.of(household.id())
                .collectList()
                .flatMap(there -> there.stream().anyMatch(CountedIncome::isWaiting)
                        ? Mono.just(Outcome.refused(IncomeReason.INCOME_WAITS))
                        : record(actor, household, read));
    }

    private Mono<Outcome<Counted>> record(StaffMember actor, Household household, IncomeFigure.Read read) {
        CountedIncome income = new CountedIncome(
                UUID.randomUUID(),
                household.id(),
                read.since(),
                read.income(),
                read.heads(),
                read.source(),
                State.PROPOSED,
                actor.username(),
                clock.instant(),
                null,
                null);
        return incomes.add(income)
                .then(audit.record(
                        actor, "income-counted", income.id().toString(), Map.of("household", household.code())))
                .thenReturn(Outcome.done(new Counted(income.id().toString(), income.state())));
    }
}
