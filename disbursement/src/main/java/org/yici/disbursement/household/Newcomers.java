package org.yici.disbursement.household;

import java.time.Instant;
import java.util.List;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** Is told who came onto the register, inside the same transaction, and may have something to ask about them. */
public interface Newcomers {

    Mono<Void> joined(
            StaffMember actor, HouseholdId household, List<NewHousehold.Person> people, Place place, Instant at);
}
