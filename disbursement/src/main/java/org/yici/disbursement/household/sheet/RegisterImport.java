package org.yici.disbursement.household.sheet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.household.sheet.walk.SheetWalk;

/**
 * A list that somebody brought in.
 *
 * @param broughtBy the account
 * @param confirmedAt null until it is to be entered
 * @param lastRow about, of a list that is read in the background, and {@code atRow} how far that is
 * @param defaults what holds for its lines that do not say it, until it is read
 */
public record RegisterImport(
        ImportId id,
        State state,
        String fileName,
        String broughtBy,
        Instant broughtAt,
        @Nullable Instant confirmedAt,
        Counts counts,
        int lastRow,
        int atRow,
        SheetWalk.Defaults defaults) {

    /** Does work go on in the background? */
    public boolean isUnderWay() {
        return state == State.READING || state == State.ENTERING;
    }

    public enum State {
        /** Large, and read in the background. */
        READING,
        /** Reading came to something that is no list. */
        UNREADABLE,
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
