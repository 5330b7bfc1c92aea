package org.yici.disbursement.crosscheck.run;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.crosscheck.report.Basis;

/**
 * The register, or one category of it, asked at once.
 *
 * @param category null for everybody on the register
 * @param found how many households there is a finding of
 */
public record Run(
        long number,
        @Nullable String category,
        LocalDate day,
        String madeBy,
        Instant madeAt,
        int households,
        int people,
        int found,
        Basis basis) {

    /** The same with the number that the database gave it. */
    Run numbered(long given) {
        return new Run(given, category, day, madeBy, madeAt, households, people, found, basis);
    }
}
