package org.yici.disbursement.household;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.Typed;
import org.yici.platform.privacy.IdentityNumber;
import org.yici.platform.privacy.PhoneNumber;

/** A checked registration with its ids, ready to be sealed and stored. */
record NewHousehold(
        HouseholdId id,
        String township,
        @Nullable String village,
        Category category,
        List<Person> members,
        Person cardHolder,
        CardNumber cardNumber,
        String registeredBy,
        Instant registeredAt) {

    record Person(
            MemberId id,
            String name,
            IdentityNumber identity,
            String relation,
            @Nullable PhoneNumber phone) {

        static Person of(Registration.@Nullable Person typed) {
            Registration.Person person = Objects.requireNonNull(typed);
            String phone = Typed.orNull(person.phone());
            return new Person(
                    MemberId.fresh(),
                    checked(person.name()),
                    IdentityNumber.of(checked(person.identityNumber())),
                    checked(person.relation()),
                    phone == null ? null : PhoneNumber.of(phone));
        }
    }

    /** Of a registration that {@link RegistrationCheck} has let pass. */
    static NewHousehold of(Registration registration, String registeredBy, Instant at) {
        List<Person> members = Objects.requireNonNull(registration.members()).stream()
                .map(Person::of)
                .toList();
        Registration.Card card = Objects.requireNonNull(registration.bankCard());
        String holder = checked(card.holder());
        return new NewHousehold(
                HouseholdId.fresh(),
                checked(registration.township()),
                Typed.orNull(registration.village()),
                Category.of(checked(registration.category())).orElseThrow(),
                members,
                members.stream()
                        .filter(m -> m.name().equals(holder))
                        .findFirst()
                        .orElseThrow(),
                CardNumber.of(checked(card.number())),
                registeredBy,
                at);
    }

    RegisterHousehold.Registered registered(String code) {
        return new RegisterHousehold.Registered(
                id.toString(),
                code,
                members.stream().map(member -> member.id().toString()).toList());
    }

    private static String checked(@Nullable String typed) {
        return Objects.requireNonNull(typed).strip();
    }
}
