package org.yici.disbursement.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.desk.Reader;
import org.yici.disbursement.household.CardNumber;
import org.yici.disbursement.household.CategorySpell;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.Household.Member;
import org.yici.disbursement.household.sheet.line.Column;
import org.yici.platform.privacy.IdentityNumber;
import org.yici.platform.privacy.Masked;
import org.yici.platform.privacy.PhoneNumber;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.StaffMember;

/**
 * The register as rows, one a person, under the headings that lists are read by: what intake takes out can be brought in
 * again. Numbers are whole for intake alone; names for those who handle cases.
 */
final class RegisterRows {

    private static final List<Column> COLUMNS = List.of(
            Column.TOWNSHIP,
            Column.VILLAGE,
            Column.NAME,
            Column.RELATION,
            Column.IDENTITY,
            Column.PHONE,
            Column.CATEGORY,
            Column.AREA,
            Column.CARE,
            Column.SINCE,
            Column.CARD,
            Column.CARD_HOLDER,
            Column.GUARDIAN,
            Column.GUARDIAN_IDENTITY,
            Column.GUARDIAN_RELATION,
            Column.GUARDIAN_PHONE);

    private final Words words;
    private final Locale locale;
    private final boolean names;
    private final boolean numbers;

    RegisterRows(Words words, Locale locale, StaffMember reader) {
        this.words = words;
        this.locale = locale;
        this.names = Reader.mayReadNames(reader);
        this.numbers = reader.has(Role.INTAKE);
    }

    List<String> headings() {
        List<String> row = new ArrayList<>(List.of(words.text("households.column.code", locale)));
        COLUMNS.forEach(column -> row.add(words.column(column, locale)));
        return row;
    }

    /** The head first, as lists have it. */
    List<List<String>> of(Household household, List<CategorySpell> history) {
        return household.members().stream()
                .sorted(Comparator.comparing(
                        member -> !member.id().equals(household.head().id())))
                .map(member -> row(household, member, history))
                .toList();
    }

    private List<String> row(Household household, Member member, List<CategorySpell> history) {
        boolean head = member.id().equals(household.head().id());
        Optional<CategorySpell> spell = history.stream()
                .filter(CategorySpell::stands)
                .filter(one -> head ? one.member() == null : member.id().equals(one.member()))
                .findFirst();
        CardNumber card = head ? household.card().number() : member.ownCard();
        Optional<Member> guardian = Optional.ofNullable(member.guardian()).flatMap(household::member);
        return List.of(
                household.code(),
                household.township(),
                names ? Objects.requireNonNullElse(household.village(), "") : "",
                name(member.name()),
                member.relation(),
                number(member.identity()),
                phone(member.phone()),
                text(spell.map(one -> one.category().messageKey())),
                text(spell.map(CategorySpell::area).map(area -> area.messageKey())),
                text(spell.map(CategorySpell::care).map(care -> care.messageKey())),
                spell.map(one -> one.since().toString()).orElse(""),
                card == null ? "" : numbers ? card.digits() : card.masked(),
                head ? name(household.card().holder().name()) : "",
                guardian.map(one -> name(one.name())).orElse(""),
                outside(guardian, one -> number(one.identity())),
                outside(guardian, Member::relation),
                outside(guardian, one -> phone(one.phone())));
    }

    /** Of a guardian who is a member too, the own row says the rest. */
    private static String outside(Optional<Member> guardian, Function<Member, String> part) {
        return guardian.filter(one -> one.standing() == Household.Standing.GUARDIAN)
                .map(part)
                .orElse("");
    }

    private String text(Optional<String> key) {
        return key.map(known -> words.text(known, locale)).orElse("");
    }

    private String name(String name) {
        return names ? name : Masked.name(name);
    }

    private String number(IdentityNumber number) {
        return numbers ? number.value() : number.masked();
    }

    private String phone(@Nullable PhoneNumber phone) {
        return phone == null ? "" : numbers ? phone.digits() : phone.masked();
    }
}
