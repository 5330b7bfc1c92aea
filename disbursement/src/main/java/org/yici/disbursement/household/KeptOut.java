package org.yici.disbursement.household;

import java.util.function.Supplier;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** Who takes no part in a household's affairs, though the role would let them: its relatives among the staff. */
public interface KeptOut {

    /** Does the work, or refuses it with the reason why not by this person. */
    <T> Mono<Outcome<T>> only(StaffMember actor, HouseholdId household, Supplier<Mono<Outcome<T>>> work);
}
