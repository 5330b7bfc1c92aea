package org.yici.disbursement.phone;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.application.ApplicationId;
import org.yici.disbursement.household.HouseholdId;

/**
 * A code that was given out, without its digits.
 *
 * @param issuedBy who answers for the intake
 * @param failures how often it was tried with the end of another identity number
 * @param application what was filed with it; afterwards it shows how that stands
 */
record KeptCode(
        UUID id,
        HouseholdId household,
        String issuedBy,
        Instant expiresAt,
        boolean revoked,
        int failures,
        @Nullable ApplicationId application) {

    /** A village has few people: ends of numbers are not to be tried one after the other. */
    static final int MOST_FAILURES = 5;

    /** Why it opens nothing now; a code that was used goes on to show how its application stands. */
    Optional<PhoneReason> obstacle(Instant now) {
        if (failures >= MOST_FAILURES) {
            return Optional.of(PhoneReason.CODE_CLOSED);
        }
        boolean over = revoked || !now.isBefore(expiresAt);
        return over && application == null ? Optional.of(PhoneReason.CODE_OVER) : Optional.empty();
    }
}
