package org.yici.disbursement.household.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.household.Area;
import org.yici.disbursement.household.CareLevel;
import org.yici.disbursement.household.Category;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.MemberId;

/**
 * Something that a person has to decide.
 *
 * @param household where {@code member}, who stands on the register, lives
 * @param other of near names, and of one card twice, who came later; null otherwise
 * @param said what the list or form said that does not fit; null of near names
 */
public record Question(
        UUID id,
        Kind kind,
        HouseholdId household,
        MemberId member,
        @Nullable MemberId other,
        @Nullable Said said,
        String raisedBy,
        Instant raisedAt,
        @Nullable Answer answer) {

    /** Each kind with the answers that it has. */
    public enum Kind {
        /** A list has a person in one household who lives in another. */
        PERSON_ELSEWHERE(List.of(Decision.STAYS, Decision.LEAVES)),
        /** A list says a category that excludes the one on file. */
        CATEGORIES(List.of(Decision.STAYS, Decision.CHANGES)),
        /** Two people of one birthday in one village, with nearly one name. */
        NEAR_NAMES(List.of(Decision.DIFFERENT, Decision.LEAVES)),
        /** Two households are paid by one card, in the names of two people. */
        CARD_TWICE(List.of(Decision.STAYS, Decision.RENEWS));

        private final List<Decision> decisions;

        Kind(List<Decision> decisions) {
            this.decisions = decisions;
        }

        public List<Decision> decisions() {
            return decisions;
        }
    }

    public enum Decision {
        /** The register is right; what was said is not taken over. */
        STAYS,
        /** Who stands on the register belongs there no longer; of near names, who came later is the mistake. */
        LEAVES,
        /** The category on file ends, and the one that was said begins. */
        CHANGES,
        /** They are two people. */
        DIFFERENT,
        /** One of the cards is wrong: it is changed on the household's page. */
        RENEWS
    }

    /** What was said; which parts there are depends on the kind. */
    public record Said(
            @Nullable String township,
            @Nullable String village,
            @Nullable String head,
            @Nullable Category category,
            @Nullable Area area,
            @Nullable CareLevel care,
            @Nullable LocalDate since) {

        public static Said ofPerson(String township, @Nullable String village, String head) {
            return new Said(township, village, head, null, null, null, null);
        }

        public static Said ofCategory(
                Category category, @Nullable Area area, @Nullable CareLevel care, LocalDate since) {
            return new Said(null, null, null, category, area, care, since);
        }

        @Override
        public String toString() {
            return "what was said";
        }
    }

    /** @param note in the words of who decided */
    public record Answer(Decision decision, String note, String by, Instant at) {}
}
