package org.yici.disbursement.household;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Typed;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.privacy.PhoneNumber;

/**
 * What is new about a household, as it was typed. What is left out stays as it is.
 *
 * @param township its name or its division code, as is {@code village}; both or none
 * @param changedOn since when it is so, such as {@code 2018-05-04}; left out it is today
 * @param note why, in words
 */
public record Details(
        @Nullable String township,
        @Nullable String village,
        @Nullable List<@Nullable Person> members,
        @Nullable Card bankCard,
        @Nullable String changedOn,
        @Nullable String note) {

    private static final int NOTE_CHARACTERS = 500;

    /** @param id of somebody of the household; {@code phone} empty takes the number away */
    public record Person(
            @Nullable String id,
            @Nullable String relation,
            @Nullable String phone) {

        @Override
        public String toString() {
            return "a person";
        }
    }

    /** @param holder id of a living member or guardian; {@code number} left out stays, where the holder is new */
    public record Card(@Nullable String holder, @Nullable String number) {

        @Override
        public String toString() {
            return "a card";
        }
    }

    /** @throws InvalidInput naming every field that is wrong by itself */
    void check(LocalDate today) {
        FieldErrors errors = new FieldErrors();
        Typed.text(errors, note, "note", NOTE_CHARACTERS);
        errors.require(day(today).isPresent(), "changedOn", "input.household.since");
        if (Typed.orNull(township) != null) {
            Typed.line(errors, township, "township", RegistrationCheck.PLACE_CHARACTERS);
        }
        if (Typed.orNull(village) != null) {
            Typed.line(errors, village, "village", RegistrationCheck.PLACE_CHARACTERS);
        }
        List<@Nullable Person> people = members == null ? List.of() : members;
        errors.require(
                people.size() <= 2 * RegistrationCheck.MEMBERS,
                "members",
                "input.household.members",
                RegistrationCheck.MEMBERS);
        for (int i = 0; i < people.size(); i++) {
            check(errors, people.get(i), "members[" + i + "]");
        }
        String number = bankCard == null ? null : Typed.orNull(bankCard.number());
        errors.require(number == null || CardNumber.isValid(number), "bankCard.number", "input.household.card-number");
        errors.throwIfAny();
    }

    private static void check(FieldErrors errors, @Nullable Person person, String path) {
        if (person == null) {
            errors.require(false, path, "input.type");
            return;
        }
        if (Typed.orNull(person.relation()) != null) {
            Typed.line(errors, person.relation(), path + ".relation", RegistrationCheck.RELATION_CHARACTERS);
        }
        String phone = Typed.orNull(person.phone());
        if (phone != null) {
            PhoneNumber.fault(phone)
                    .ifPresent(fault -> errors.require(false, path + ".phone", "input.person." + fault.word()));
        }
    }

    /** Since when it is so; empty where it is no day up to today. */
    Optional<LocalDate> day(LocalDate today) {
        String typed = Typed.orNull(changedOn);
        try {
            LocalDate day = typed == null ? today : LocalDate.parse(typed);
            return Optional.of(day).filter(on -> !on.isAfter(today) && on.getYear() >= 1949);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** What is said about that person, if anything is. */
    Optional<Person> about(MemberId member) {
        return Optional.ofNullable(members).stream()
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .filter(person -> member.toString().equals(person.id()))
                .findFirst();
    }

    /** The one who is to hold the card; empty where nothing is said of it. */
    Optional<MemberId> holder() {
        return Optional.ofNullable(bankCard)
                .map(Card::holder)
                .flatMap(Columns::parseId)
                .map(MemberId::new);
    }

    @Override
    public String toString() {
        return "details";
    }
}
