package org.yici.disbursement.household.sheet.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.household.Category;
import org.yici.disbursement.household.RegistrationCheck;
import org.yici.disbursement.household.sheet.line.Column;
import org.yici.disbursement.household.sheet.line.LineFlaw;
import org.yici.disbursement.household.sheet.line.LineProblem;
import org.yici.disbursement.household.sheet.line.PersonLine;

/** What is asked of the rows of one household together, and of a person who may stand on one list only once. */
final class HouseholdCheck {

    private final Map<String, Integer> rowOf;
    private final List<SheetLine> lines;
    private final Map<Integer, List<LineProblem>> found = new HashMap<>();

    /** @param rowOf where each identity number stood first, of the whole list so far */
    private HouseholdCheck(Map<String, Integer> rowOf, List<SheetLine> lines) {
        this.rowOf = rowOf;
        this.lines = lines;
    }

    static SheetHousehold check(int number, List<SheetLine> lines, Map<String, Integer> rowOf) {
        HouseholdCheck check = new HouseholdCheck(rowOf, lines);
        check.once();
        if (lines.stream().allMatch(line -> line.person() != null)) {
            check.together();
        }
        return new SheetHousehold(number, check.joined()).held();
    }

    private void once() {
        for (SheetLine line : lines) {
            PersonLine person = line.person();
            if (person != null) {
                Integer earlier = rowOf.putIfAbsent(person.identity(), line.row());
                require(earlier == null, line, Column.IDENTITY, person.identity(), LineFlaw.TWICE, earlier);
            }
        }
    }

    private void together() {
        SheetLine first = lines.get(0);
        require(
                lines.size() <= RegistrationCheck.MEMBERS,
                first,
                Column.NAME,
                "",
                LineFlaw.TOO_MANY,
                RegistrationCheck.MEMBERS);
        List<SheetLine> heads =
                lines.stream().filter(line -> person(line).head()).toList();
        require(!heads.isEmpty(), first, Column.RELATION, person(first).relation(), LineFlaw.NO_HEAD);
        heads.stream()
                .skip(1)
                .forEach(line ->
                        require(false, line, Column.RELATION, person(line).relation(), LineFlaw.TWO_HEADS));
        SheetLine head = heads.isEmpty() ? first : heads.get(0);
        require(person(head).township() != null, head, Column.TOWNSHIP, "", LineFlaw.MISSING);
        require(person(head).category() != null, head, Column.CATEGORY, "", LineFlaw.MISSING);
        boolean hasCard = lines.stream().anyMatch(line -> person(line).card() != null);
        require(hasCard, head, Column.CARD, "", LineFlaw.CARD_MISSING);
        lines.forEach(this::guardian);
        lines.forEach(this::cardHolder);
        lines.forEach(line -> category(line, person(head).category()));
    }

    private void guardian(SheetLine line) {
        PersonLine person = person(line);
        String guardian = person.guardian();
        boolean known = guardian == null || person.guardianIdentity() != null || isMember(guardian, line);
        require(known, line, Column.GUARDIAN, String.valueOf(guardian), LineFlaw.GUARDIAN_UNKNOWN);
    }

    /** Somebody else of the household. */
    private boolean isMember(String name, SheetLine but) {
        return lines.stream()
                .anyMatch(line -> line != but && person(line).name().equals(name));
    }

    private void cardHolder(SheetLine line) {
        String holder = person(line).cardHolder();
        boolean known = holder == null || names().contains(holder);
        require(known, line, Column.CARD_HOLDER, String.valueOf(holder), LineFlaw.CARD_HOLDER);
    }

    private Set<String> names() {
        return lines.stream()
                .map(HouseholdCheck::person)
                .flatMap(person -> Stream.of(person.name(), person.guardian()).filter(Objects::nonNull))
                .collect(Collectors.toSet());
    }

    private void category(SheetLine line, @Nullable Category ofHousehold) {
        Category own = person(line).category();
        boolean fits = own == null || ofHousehold == null || !own.excludes(ofHousehold);
        require(fits, line, Column.CATEGORY, String.valueOf(own), LineFlaw.CATEGORIES_EXCLUDE);
    }

    private List<SheetLine> joined() {
        return lines.stream()
                .map(line -> line.with(found.getOrDefault(line.row(), List.of())))
                .toList();
    }

    private void require(
            boolean met, SheetLine line, Column column, String value, LineFlaw flaw, @Nullable Object... arguments) {
        if (!met) {
            Object[] given = Stream.of(arguments).map(String::valueOf).toArray();
            found.computeIfAbsent(line.row(), row -> new ArrayList<>()).add(LineProblem.of(column, value, flaw, given));
        }
    }

    private static PersonLine person(SheetLine line) {
        return Objects.requireNonNull(line.person());
    }
}
