package org.yici.disbursement.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.application.Application;

/**
 * What a household is told of a decision, on paper.
 *
 * @param words all that stands in it, the same whenever it is printed
 * @param appealUntil the last day of an appeal, once the letter came; null where none is open
 * @param copy the day of this one, where the letter came to the household before; null: it is the letter itself
 */
public record Letter(
        LetterWords words,
        Application application,
        List<Delivery> deliveries,
        @Nullable LocalDate appealUntil,
        @Nullable LocalDate copy) {

    public enum Kind {
        REFUSAL,
        AWARD,
        WITHDRAWAL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Letter {
        deliveries = List.copyOf(deliveries);
    }

    public @Nullable Sum sum() {
        return words.sum();
    }

    @Override
    public String toString() {
        return "letter to the household of " + application;
    }
}
