package org.yici.disbursement.crosscheck.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.crosscheck.extract.ExtractKind;

/**
 * What a rule asks from one day on. Once approved it is never changed: reports were made by it.
 *
 * @param atLeast how many rows of one household it takes; one row is a person's own matter
 * @param stands false: from this day on the rule asks nothing any more
 * @param note the document that it rests on
 */
public record RuleVersion(
        UUID id,
        String rule,
        LocalDate from,
        ExtractKind kind,
        Condition condition,
        int atLeast,
        Severity severity,
        Words words,
        String note,
        boolean stands,
        State state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy) {

    public enum State {
        PROPOSED,
        APPROVED,
        WITHDRAWN
    }

    /** What it says when it finds something: about a person, without a name. */
    public record Words(String zh, String en) {
        public String in(String language) {
            return "en".equals(language) ? en : zh;
        }
    }

    public boolean hasBegun(LocalDate day) {
        return state == State.APPROVED && !from.isAfter(day);
    }

    /** Whether everything that it compares with is known. */
    public boolean canBeAsked(Yardsticks yardsticks) {
        return condition.standards().allMatch(yardsticks::has);
    }
}
