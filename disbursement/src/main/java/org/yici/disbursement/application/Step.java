package org.yici.disbursement.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/**
 * One line of a case's history.
 *
 * @param from null for the first
 * @param actor the username; null for the clock and the public
 * @param note what the actor wrote, if anything
 * @param amount what was awarded, where that was the step
 */
public record Step(
        Action action,
        @Nullable ApplicationState from,
        ApplicationState to,
        @Nullable String actor,
        Instant at,
        @Nullable String note,
        @Nullable Money amount) {}
