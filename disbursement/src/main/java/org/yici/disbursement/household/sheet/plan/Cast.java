package org.yici.disbursement.household.sheet.plan;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.household.CardNumber;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Household.Standing;
import org.yici.disbursement.household.MemberId;
import org.yici.disbursement.household.NewHousehold.Person;
import org.yici.disbursement.household.sheet.line.PersonLine;
import org.yici.disbursement.household.sheet.walk.SheetHousehold;
import org.yici.platform.privacy.IdentityNumber;
import org.yici.platform.privacy.PhoneNumber;

/** Who is who in a household of a list: those on the register keep their ids, newcomers get one, guardians are found. */
final class Cast {

    private static final String GUARDIAN = "监护人";

    private final List<PersonLine> lines;
    private final PersonLine cardLine;
    private final Map<String, MemberId> byIdentity = new HashMap<>();
    private final Map<String, MemberId> byName = new HashMap<>();
    private final Set<MemberId> known;
    private final List<Person> outsiders = new ArrayList<>();

    Cast(SheetHousehold household, @Nullable Household target) {
        this.lines = household.people();
        List<Household.Member> there = target == null
                ? List.of()
                : target.people().stream()
                        .filter(member -> member.left() == null)
                        .toList();
        this.known = there.stream().map(Household.Member::id).collect(Collectors.toSet());
        there.forEach(member -> put(member.identity().value(), member.name(), member.id()));
        lines.forEach(
                line -> put(line.identity(), line.name(), byIdentity.getOrDefault(line.identity(), MemberId.fresh())));
        lines.forEach(this::outsider);
        PersonLine head = requireNonNull(household.head().person());
        this.cardLine = head.card() != null
                ? head
                : lines.stream().filter(line -> line.card() != null).findFirst().orElseThrow();
    }

    private void put(String identity, String name, MemberId id) {
        byIdentity.put(identity, id);
        byName.put(name, id);
    }

    /** A guardian with a number of one's own, who is nobody of the household. */
    private void outsider(PersonLine line) {
        String identity = line.guardianIdentity();
        String name = line.guardian();
        if (identity == null || name == null || byIdentity.containsKey(identity)) {
            return;
        }
        MemberId id = MemberId.fresh();
        put(identity, name, id);
        String phone = line.guardianPhone();
        outsiders.add(new Person(
                id,
                name,
                IdentityNumber.of(identity),
                Objects.requireNonNullElse(line.guardianRelation(), GUARDIAN),
                phone == null ? null : PhoneNumber.of(phone),
                Standing.GUARDIAN,
                false,
                null,
                null));
    }

    /** Everybody who is not on the register yet, members in the order of the list, then guardians. */
    List<Person> newcomers() {
        List<Person> all = new ArrayList<>();
        lines.stream().filter(line -> !isKnown(line)).map(this::person).forEach(all::add);
        all.addAll(outsiders);
        return all;
    }

    private Person person(PersonLine line) {
        String phone = line.phone();
        return new Person(
                id(line),
                line.name(),
                IdentityNumber.of(line.identity()),
                line.relation(),
                phone == null ? null : PhoneNumber.of(phone),
                Standing.MEMBER,
                line.head(),
                guardian(line),
                ownCard(line));
    }

    boolean isKnown(PersonLine line) {
        return known.contains(id(line));
    }

    MemberId id(PersonLine line) {
        return requireNonNull(byIdentity.get(line.identity()));
    }

    /** Null when the line names none. */
    @Nullable
    MemberId guardian(PersonLine line) {
        String identity = line.guardianIdentity();
        return identity == null || line.guardian() == null
                ? byName.get(String.valueOf(line.guardian()))
                : byIdentity.get(identity);
    }

    /** A card that is not the household's. */
    @Nullable
    CardNumber ownCard(PersonLine line) {
        String card = line.card();
        return card == null || card.equals(cardLine.card()) ? null : new CardNumber(card);
    }

    CardNumber card() {
        return new CardNumber(requireNonNull(cardLine.card()));
    }

    MemberId cardHolder() {
        String holder = cardLine.cardHolder();
        return holder == null ? id(cardLine) : requireNonNull(byName.get(holder));
    }
}
