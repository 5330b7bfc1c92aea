package org.yici.disbursement.household;

import java.time.Instant;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** Is told that a household has the card that it is paid by from now on, and may have something to ask about it. */
public interface CardUse {

    Mono<Void> looked(StaffMember actor, HouseholdId household, Instant at);
}
