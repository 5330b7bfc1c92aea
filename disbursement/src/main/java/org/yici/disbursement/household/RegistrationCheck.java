package org.yici.disbursement.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.Typed;
import org.yici.disbursement.household.Registration.Card;
import org.yici.disbursement.household.Registration.Person;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.privacy.IdentityNumber;
import org.yici.platform.privacy.PhoneNumber;

/** Reads a registration field by field and names everything that is wrong with it at once. */
final class RegistrationCheck {

    static final int PLACE_CHARACTERS = 30;
    static final int NAME_CHARACTERS = 40;
    static final int RELATION_CHARACTERS = 20;
    static final int MEMBERS = 20;

    private final FieldErrors errors = new FieldErrors();
    private final LocalDate today;

    private RegistrationCheck(LocalDate today) {
        this.today = today;
    }

    /**
     * @param today nobody is born later
     * @throws InvalidInput with every field that is refused
     */
    static void check(Registration registration, LocalDate today) {
        RegistrationCheck check = new RegistrationCheck(today);
        check.place(registration);
        List<Person> members = check.members(registration.members());
        check.card(registration.bankCard(), members);
        check.errors.require(Boolean.TRUE.equals(registration.consent()), "consent", "input.household.consent");
        check.errors.throwIfAny();
    }

    private void place(Registration registration) {
        text(registration.township(), "township", PLACE_CHARACTERS);
        if (registration.village() != null && !registration.village().isBlank()) {
            text(registration.village(), "village", PLACE_CHARACTERS);
        }
        String category = registration.category();
        errors.require(category != null && Category.of(category).isPresent(), "category", "input.household.category");
    }

    private List<Person> members(@Nullable List<@Nullable Person> given) {
        List<Person> members = new ArrayList<>();
        if (given == null || given.isEmpty() || given.size() > MEMBERS) {
            errors.require(false, "members", "input.household.members", MEMBERS);
            return members;
        }
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            Person person = given.get(i);
            if (person == null) {
                errors.require(false, "members[" + i + "]", "input.type");
            } else {
                member(person, "members[" + i + "].", numbers);
                members.add(person);
            }
        }
        return members;
    }

    private void member(Person person, String path, Set<String> numbers) {
        text(person.name(), path + "name", NAME_CHARACTERS);
        text(person.relation(), path + "relation", RELATION_CHARACTERS);
        String phone = person.phone();
        if (phone != null && !phone.isBlank()) {
            PhoneNumber.fault(phone)
                    .ifPresent(fault -> errors.require(false, path + "phone", "input.person." + fault.word()));
        }
        identity(person.identityNumber(), path + "identityNumber", numbers);
    }

    private void identity(@Nullable String typed, String path, Set<String> numbers) {
        if (typed == null || typed.isBlank()) {
            errors.require(false, path, "input.required");
            return;
        }
        IdentityNumber.fault(typed)
                .ifPresentOrElse(fault -> errors.require(false, path, "input.person." + fault.word()), () -> {
                    IdentityNumber number = IdentityNumber.of(typed);
                    errors.require(!number.birthDate().isAfter(today), path, "input.person.identity-number-birth");
                    errors.require(numbers.add(number.value()), path, "input.household.twice");
                });
    }

    private void card(@Nullable Card card, List<Person> members) {
        if (card == null) {
            errors.require(false, "bankCard", "input.required");
            return;
        }
        String number = card.number();
        errors.require(number != null && CardNumber.isValid(number), "bankCard.number", "input.household.card-number");
        String holder = card.holder() == null ? "" : card.holder().strip();
        errors.require(
                members.stream()
                        .anyMatch(m -> m.name() != null && m.name().strip().equals(holder)),
                "bankCard.holder",
                "input.household.card-holder");
    }

    private void text(@Nullable String typed, String path, int most) {
        Typed.line(errors, typed, path, most);
    }
}
