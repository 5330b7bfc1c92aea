package org.yici.disbursement.household;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.Typed;
import org.yici.disbursement.household.Registration.Card;
import org.yici.disbursement.household.Registration.Person;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.privacy.IdentityNumber;
import org.yici.platform.privacy.PhoneNumber;

/** Reads a registration field by field and names everything that is wrong with it at once. */
public final class RegistrationCheck {

    public static final int PLACE_CHARACTERS = 30;
    public static final int NAME_CHARACTERS = 40;
    public static final int RELATION_CHARACTERS = 20;
    public static final int MEMBERS = 20;

    private final FieldErrors errors = new FieldErrors();
    private final Set<String> numbers = new HashSet<>();
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
        check.category(registration);
        List<Person> members = check.members(registration.members());
        List<Person> guardians = check.guardians(registration.guardians());
        check.whoActs(members, guardians);
        check.card(registration.bankCard(), names(members, guardians));
        check.errors.require(Boolean.TRUE.equals(registration.consent()), "consent", "input.household.consent");
        check.errors.throwIfAny();
    }

    /** Why a number is none of a person who lives today: the message's key; empty when it is one. */
    public static Optional<String> fault(String identityNumber, LocalDate today) {
        return IdentityNumber.fault(identityNumber)
                .map(fault -> "input.person." + fault.word())
                .or(() -> impossible(IdentityNumber.of(identityNumber), today));
    }

    private static Optional<String> impossible(IdentityNumber number, LocalDate today) {
        if (number.birthDate().isAfter(today)) {
            return Optional.of("input.person.identity-number-birth");
        }
        return HomeDivision.exists(number) ? Optional.empty() : Optional.of("input.person.identity-number-division");
    }

    private void place(Registration registration) {
        text(registration.township(), "township", PLACE_CHARACTERS);
        if (registration.village() != null && !registration.village().isBlank()) {
            text(registration.village(), "village", PLACE_CHARACTERS);
        }
    }

    private void category(Registration registration) {
        Optional<Category> category =
                Optional.ofNullable(registration.category()).flatMap(Category::of);
        errors.require(category.isPresent(), "category", "input.household.category");
        String area = Typed.orNull(registration.area());
        boolean areaFits = area == null
                || Area.of(plain(area)).isPresent()
                        && category.map(Category::hasArea).orElse(true);
        errors.require(areaFits, "area", "input.household.area");
        String care = Typed.orNull(registration.careLevel());
        boolean careFits = care == null
                || CareLevel.of(plain(care)).isPresent()
                        && category.map(Category::hasCareLevel).orElse(true);
        errors.require(careFits, "careLevel", "input.household.care");
        String since = Typed.orNull(registration.categorySince());
        errors.require(since == null || isDayUpTo(today, since), "categorySince", "input.household.category-since");
    }

    private static boolean isDayUpTo(LocalDate last, String written) {
        try {
            LocalDate day = LocalDate.parse(written);
            return !day.isAfter(last) && day.getYear() >= 1949;
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }

    private List<Person> members(@Nullable List<@Nullable Person> given) {
        if (given == null || given.isEmpty() || given.size() > MEMBERS) {
            errors.require(false, "members", "input.household.members", MEMBERS);
            return List.of();
        }
        List<Person> members = people(given, "members");
        errors.require(
                members.stream().filter(RegistrationCheck::isHead).count() <= 1, "members", "input.household.one-head");
        return members;
    }

    private List<Person> guardians(@Nullable List<@Nullable Person> given) {
        if (given == null) {
            return List.of();
        }
        errors.require(given.size() <= MEMBERS, "guardians", "input.household.members", MEMBERS);
        return people(given.subList(0, Math.min(given.size(), MEMBERS)), "guardians");
    }

    private List<Person> people(List<@Nullable Person> given, String list) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Person person = given.get(i);
            if (person == null) {
                errors.require(false, list + "[" + i + "]", "input.type");
            } else {
                person(person, list + "[" + i + "].");
                people.add(person);
            }
        }
        return people;
    }

    private void person(Person person, String path) {
        text(person.name(), path + "name", NAME_CHARACTERS);
        text(person.relation(), path + "relation", RELATION_CHARACTERS);
        String phone = person.phone();
        if (phone != null && !phone.isBlank()) {
            PhoneNumber.fault(phone)
                    .ifPresent(fault -> errors.require(false, path + "phone", "input.person." + fault.word()));
        }
        identity(person.identityNumber(), path + "identityNumber");
    }

    private void identity(@Nullable String typed, String path) {
        if (typed == null || typed.isBlank()) {
            errors.require(false, path, "input.required");
            return;
        }
        fault(typed, today).ifPresent(key -> errors.require(false, path, key));
        if (IdentityNumber.fault(typed).isEmpty()) {
            errors.require(numbers.add(IdentityNumber.of(typed).value()), path, "input.household.twice");
        }
    }

    /** A guardian is one of those named, and nobody acts for oneself. */
    private void whoActs(List<Person> members, List<Person> guardians) {
        List<String> names = names(members, guardians);
        for (int i = 0; i < members.size(); i++) {
            String guardian = Typed.orNull(members.get(i).guardian());
            boolean known = guardian == null || names.contains(guardian) && !guardian.equals(name(members.get(i)));
            errors.require(known, "members[" + i + "].guardian", "input.household.guardian");
        }
    }

    private void card(@Nullable Card card, List<String> names) {
        if (card == null) {
            errors.require(false, "bankCard", "input.required");
            return;
        }
        String number = card.number();
        errors.require(number != null && CardNumber.isValid(number), "bankCard.number", "input.household.card-number");
        String holder = card.holder() == null ? "" : card.holder().strip();
        errors.require(names.contains(holder), "bankCard.holder", "input.household.card-holder");
    }

    private static List<String> names(List<Person> members, List<Person> guardians) {
        return Stream.concat(members.stream(), guardians.stream())
                .map(RegistrationCheck::name)
                .toList();
    }

    private static String name(Person person) {
        return Objects.requireNonNullElse(person.name(), "").strip();
    }

    private static boolean isHead(Person person) {
        return HeadWords.say(Objects.requireNonNullElse(person.relation(), ""));
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    private void text(@Nullable String typed, String path, int most) {
        Typed.line(errors, typed, path, most);
    }
}
