package org.yici.disbursement.household;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer writes down about a household, as it was typed. {@link RegistrationCheck} says what is wrong with it.
 *
 * @param township its name or its division code, as is {@code village}
 * @param category a word of {@link Category}
 * @param area a word of {@link Area}, of 低保 and 特困; may be left out
 * @param careLevel a word of {@link CareLevel}, of 特困; may be left out
 * @param categorySince the first day of the category ({@code 2018-05-04}); left out it is today
 * @param guardians people from outside who act for a member
 * @param consent that the household agreed to its data being kept and used; without it nothing is kept (PIPL §13, §29)
 */
public record Registration(
        @Nullable String township,
        @Nullable String village,
        @Nullable String category,
        @Nullable String area,
        @Nullable String careLevel,
        @Nullable String categorySince,
        @Nullable List<@Nullable Person> members,
        @Nullable List<@Nullable Person> guardians,
        @Nullable Card bankCard,
        @Nullable Boolean consent) {

    /** The least that is asked. */
    public Registration(
            @Nullable String township,
            @Nullable String village,
            @Nullable String category,
            @Nullable List<@Nullable Person> members,
            @Nullable Card bankCard,
            @Nullable Boolean consent) {
        this(township, village, category, null, null, null, members, null, bankCard, consent);
    }

    /**
     * One member, or one guardian.
     *
     * @param guardian the name of who acts for this one: another member or one of the guardians; null when nobody does
     */
    public record Person(
            @Nullable String name,
            @Nullable String identityNumber,
            @Nullable String relation,
            @Nullable String phone,
            @Nullable String guardian) {

        public Person(
                @Nullable String name,
                @Nullable String identityNumber,
                @Nullable String relation,
                @Nullable String phone) {
            this(name, identityNumber, relation, phone, null);
        }

        @Override
        public String toString() {
            return "a person";
        }
    }

    /** The bank card, whose holder is one of the members or guardians by name. */
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
