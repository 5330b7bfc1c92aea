package org.yici.disbursement.household;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.Typed;
import org.yici.disbursement.household.Household.Standing;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.privacy.IdentityNumber;
import org.yici.platform.privacy.PhoneNumber;

/**
 * A checked registration with its ids, ready to be sealed and stored.
 *
 * @param spells its categories from the first day on: of the household, then of single people
 * @param consent how it agreed to being kept and checked
 */
public record NewHousehold(
        HouseholdId id,
        Place place,
        List<CategorySpell> spells,
        List<Person> people,
        MemberId cardHolder,
        CardNumber cardNumber,
        Consent consent,
        String registeredBy,
        Instant registeredAt) {

    public NewHousehold {
        spells = List.copyOf(spells);
        people = List.copyOf(people);
    }

    /** How and when a household agreed. */
    public record Consent(How how, LocalDate givenOn) {
        public enum How {
            /** By somebody's own hand. */
            SIGNED,
            GUARDIAN,
            /** The signed papers are filed with a list that was brought in. */
            ON_LIST
        }
    }

    /** Somebody who joins a household, or acts for one who does. */
    public record Person(
            MemberId id,
            String name,
            IdentityNumber identity,
            String relation,
            @Nullable PhoneNumber phone,
            Standing standing,
            boolean head,
            @Nullable MemberId guardian,
            @Nullable CardNumber ownCard) {

        private static Person of(Registration.Person typed, Standing standing, boolean head) {
            String phone = Typed.orNull(typed.phone());
            return new Person(
                    MemberId.fresh(),
                    checked(typed.name()),
                    IdentityNumber.of(checked(typed.identityNumber())),
                    checked(typed.relation()),
                    phone == null ? null : PhoneNumber.of(phone),
                    standing,
                    head,
                    null,
                    null);
        }

        public Person with(@Nullable MemberId actingOne) {
            return new Person(id, name, identity, relation, phone, standing, head, actingOne, ownCard);
        }

        @Override
        public String toString() {
            return "person " + id;
        }
    }

    /** Of a registration that {@link RegistrationCheck} has let pass. */
    static NewHousehold of(Registration registration, Place place, String registeredBy, Instant at) {
        List<Person> people = people(registration);
        Registration.Card card = Objects.requireNonNull(registration.bankCard());
        LocalDate today = at.atZone(ProgramClock.CHINA).toLocalDate();
        return new NewHousehold(
                HouseholdId.fresh(),
                place,
                List.of(spell(registration, registeredBy, today)),
                people,
                named(people, checked(card.holder())),
                CardNumber.of(checked(card.number())),
                new Consent(Consent.How.SIGNED, today),
                registeredBy,
                at);
    }

    private static CategorySpell spell(Registration registration, String by, LocalDate today) {
        String area = Typed.orNull(registration.area());
        String care = Typed.orNull(registration.careLevel());
        String written = Typed.orNull(registration.categorySince());
        LocalDate since = written == null ? today : LocalDate.parse(written);
        return new CategorySpell(
                UUID.randomUUID(),
                null,
                Category.of(checked(registration.category())).orElseThrow(),
                area == null ? null : Area.of(plain(area)).orElseThrow(),
                care == null ? null : CareLevel.of(plain(care)).orElseThrow(),
                CategoryList.on(since).number(),
                since,
                null,
                by);
    }

    private static List<Person> people(Registration registration) {
        List<Registration.@Nullable Person> members = Objects.requireNonNull(registration.members());
        int head = head(members);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            people.add(Person.of(Objects.requireNonNull(members.get(i)), Standing.MEMBER, i == head));
        }
        for (Registration.@Nullable Person guardian :
                Objects.requireNonNullElse(registration.guardians(), List.<Registration.@Nullable Person>of())) {
            people.add(Person.of(Objects.requireNonNull(guardian), Standing.GUARDIAN, false));
        }
        for (int i = 0; i < members.size(); i++) {
            String guardian =
                    Typed.orNull(Objects.requireNonNull(members.get(i)).guardian());
            people.set(i, people.get(i).with(guardian == null ? null : named(people, guardian)));
        }
        return people;
    }

    /** Who says so, or else the first. */
    private static int head(List<Registration.@Nullable Person> members) {
        for (int i = 0; i < members.size(); i++) {
            if (HeadWords.say(checked(Objects.requireNonNull(members.get(i)).relation()))) {
                return i;
            }
        }
        return 0;
    }

    private static MemberId named(List<Person> people, String name) {
        return people.stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The word by which the household is known first. */
    Category category() {
        return spells.get(0).category();
    }

    Stream<Person> members() {
        return people.stream().filter(person -> person.standing() == Standing.MEMBER);
    }

    RegisterHousehold.Registered registered(String code) {
        return new RegisterHousehold.Registered(
                id.toString(),
                code,
                members().map(member -> member.id().toString()).toList());
    }

    @Override
    public String toString() {
        return "household " + id;
    }

    private static String checked(@Nullable String typed) {
        return Objects.requireNonNull(typed).strip();
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
