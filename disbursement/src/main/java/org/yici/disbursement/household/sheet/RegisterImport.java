package org.yici.disbursement.household.sheet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list that somebody brought in.
 *
 * @param broughtBy the account
 * @param confirmedAt null while it is a draft
 */
public record RegisterImport(
        ImportId id,
        State state,
        String fileName,
        String broughtBy,
        Instant broughtAt,
        @Nullable Instant confirmedAt,
        Counts counts) {

    public enum State {
        /** Read, and nothing changed. */
        DRAFT,
        /** Going onto the register, household by household. */
        ENTERING,
        ENTERED
    }

    /**
     * @param households to be entered, and {@code done} of them so far
     * @param added lines, as are the others; {@code refused} counts those that wait for another of their household as well
     */
    public record Counts(int households, int done, int added, int changed, int same, int refused, int passedOver) {

        public int accepted() {
            return added + changed + same;
        }

        public int rows() {
            return accepted() + refused;
        }
    }
}
