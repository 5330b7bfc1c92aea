package org.yici.disbursement.household;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer writes down about a household, as it was typed. {@link RegistrationCheck} says what is wrong with it.
 *
 * @param category a word of {@link Category}
 * @param consent that the household agreed to its data being kept and used; without it nothing is kept (PIPL §13, §29)
 */
public record Registration(
        @Nullable String township,
        @Nullable String village,
        @Nullable String category,
        @Nullable List<@Nullable Person> members,
        @Nullable Card bankCard,
        @Nullable Boolean consent) {

    /** One member. */
    public record Person(
            @Nullable String name,
            @Nullable String identityNumber,
            @Nullable String relation,
            @Nullable String phone) {

        @Override
        public String toString() {
            return "a person";
        }
    }

    /** The bank card, whose holder is one of the members by name. */
    public record Card(@Nullable String holder, @Nullable String number) {

        @Override
        public String toString() {
            return "a card";
        }
    }

    @Override
    public String toString() {
        return "a registration";
    }
}
