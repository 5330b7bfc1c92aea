package org.yici.disbursement.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.application.Action;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.standard.Version;

/**
 * What a household is told of a decision, on paper.
 *
 * @param decision the step that decided
 * @param grounds in words chosen for the household, never what was noted inside; null where none were written, and the letter
 *     says its standard sentence
 * @param standard of the day of the decision, or null where none was in force
 * @param sum how the amount was come to, where something was granted
 * @param appealDays within how many days after it came one may appeal; 0: not within this house
 * @param appealUntil the last of them, once it came
 */
public record Letter(
        Kind kind,
        LetterHead.Sender sender,
        Application application,
        Household household,
        Decision decision,
        @Nullable String grounds,
        @Nullable Version standard,
        @Nullable Sum sum,
        int appealDays,
        @Nullable LocalDate appealUntil,
        List<Delivery> deliveries) {

    public enum Kind {
        REFUSAL,
        AWARD,
        WITHDRAWAL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Decision(Action action, Instant at) {}

    public Letter {
        deliveries = List.copyOf(deliveries);
    }

    /** The number that the household quotes: the grant's, the notice's, or the beginning of the case's own. */
    public String reference() {
        Application.Award award = application.award();
        if (award != null) {
            return award.grant().value();
        }
        return application.id().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    public String applicant() {
        return household.member(application.member()).orElseThrow().name();
    }

    @Override
    public String toString() {
        return "letter to the household of " + application;
    }
}
