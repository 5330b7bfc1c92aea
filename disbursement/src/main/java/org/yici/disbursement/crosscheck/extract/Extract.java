package org.yici.disbursement.crosscheck.extract;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A department's extract, without what it says of people.
 *
 * @param asOf the day that the department's data is of
 * @param hash of the file, SHA-256 in hexadecimal figures
 * @param lastRow about: to show how far the reading is
 * @param expiresOn its last day; null until it is filed
 */
public record Extract(
        ExtractId id,
        ExtractKind kind,
        String department,
        LocalDate asOf,
        State state,
        String fileName,
        String hash,
        int lastRow,
        int atRow,
        Counts counts,
        String broughtBy,
        Instant broughtAt,
        @Nullable Instant filedAt,
        @Nullable LocalDate expiresOn,
        @Nullable Instant erasedAt) {

    public enum State {
        /** Its rows are read, in the background. */
        READING,
        /** Read, and asked by nobody yet. */
        DRAFT,
        /** Asked by every cross-check until it expires. */
        FILED,
        /** Reading it came to an end before its last row. */
        UNREADABLE,
        /** Its time was over: nothing of what it said is left. */
        ERASED
    }

    /** Rows of people that are kept, those that are wrong, and those that are nobody's. */
    public record Counts(int rows, int refused, int passedOver) {}

    public boolean isValidOn(LocalDate day) {
        return state == State.FILED && expiresOn != null && !day.isAfter(expiresOn);
    }
}
