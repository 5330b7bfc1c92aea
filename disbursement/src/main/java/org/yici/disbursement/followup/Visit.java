package org.yici.disbursement.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/**
 * One visit, or that it could not take place.
 *
 * @param on the day of the visit; of one that could not take place, the day on which that was written down
 * @param by who wrote it down
 * @param results null where it could not take place, and of notes that say nothing else
 * @param next when to come again; null where the plan says it
 * @param note what was seen, or why it could not take place
 */
public record Visit(
        UUID id,
        LocalDate on,
        String by,
        Instant at,
        @Nullable Results results,
        boolean missed,
        @Nullable LocalDate next,
        String note) {

    /**
     * What was found.
     *
     * @param school of schooling
     * @param bill of medical care: what the treatment has cost so far
     * @param finished of medical care: is the treatment over?
     */
    public record Results(
            VisitOutcome outcome,
            @Nullable SchoolResult school,
            @Nullable Money bill,
            @Nullable Boolean finished) {

        /** The answers that are counted in public, by their questions. */
        Map<String, String> answers() {
            Map<String, String> answers = new TreeMap<>(Map.of("use", outcome.name()));
            if (school != null) {
                answers.put("school", school.name());
            }
            if (finished != null) {
                answers.put("treatment", finished ? "FINISHED" : "GOES_ON");
            }
            return answers;
        }
    }

    @Override
    public String toString() {
        return "visit " + id;
    }
}
