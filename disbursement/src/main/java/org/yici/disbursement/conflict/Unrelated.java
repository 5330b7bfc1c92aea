package org.yici.disbursement.conflict;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.KeptOut;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** The gate before all work for a household that is no step of a case; steps have it among their policies. */
@Component
public final class Unrelated implements KeptOut {

    private final Relations relations;

    Unrelated(Relations relations) {
        this.relations = relations;
    }

    /** Does the work, or refuses it {@code related}. */
    @Override
    public <T> Mono<Outcome<T>> only(StaffMember actor, HouseholdId household, Supplier<Mono<Outcome<T>>> work) {
        return relations
                .isRelated(household, actor.username())
                .flatMap(related -> related ? Mono.just(Outcome.refused(RelationReason.RELATED)) : work.get());
    }
}
