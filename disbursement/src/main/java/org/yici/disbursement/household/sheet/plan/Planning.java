package org.yici.disbursement.household.sheet.plan;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.household.CardNumber;
import org.yici.disbursement.household.CategorySpell;
import org.yici.disbursement.household.Household;
import org.yici.disbursement.household.HouseholdChanges.MemberNow;
import org.yici.disbursement.household.Place;
import org.yici.disbursement.household.question.Question.Said;
import org.yici.disbursement.household.sheet.line.Column;
import org.yici.disbursement.household.sheet.line.LineFlaw;
import org.yici.disbursement.household.sheet.line.LineProblem;
import org.yici.disbursement.household.sheet.line.PersonLine;
import org.yici.disbursement.household.sheet.plan.HouseholdPlan.Card;
import org.yici.disbursement.household.sheet.plan.HouseholdPlan.Doubt;
import org.yici.disbursement.household.sheet.walk.SheetHousehold;
import org.yici.disbursement.household.sheet.walk.SheetLine;
import org.yici.platform.privacy.PhoneNumber;

/**
 * Holds one sound household of a list against the register. The key is the head's identity number: the household that
 * this person heads is meant. What a line leaves open stays as it is, so a second time nothing is new.
 */
public final class Planning {

    private final SheetHousehold household;
    private final Snapshot register;
    private final PersonLine head;
    private final @Nullable Household target;
    private final Cast cast;
    private final Place place;
    private final Map<Integer, Set<Column>> changes = new TreeMap<>();
    private final Map<Integer, List<LineProblem>> problems = new TreeMap<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final List<MemberNow> updates = new ArrayList<>();
    private final List<CategorySpell> begins = new ArrayList<>();
    private final List<UUID> ends = new ArrayList<>();

    private Planning(SheetHousehold household, Snapshot register) {
        this.household = household;
        this.register = register;
        this.head = person(household.head());
        this.target = target().orElse(null);
        this.cast = new Cast(household, target);
        this.place = register.places().find(requireNonNull(head.township()), head.village());
    }

    /** @param household one whose rows are all sound */
    public static HouseholdPlan of(SheetHousehold household, Snapshot register) {
        return new Planning(household, register).plan();
    }

    /** The head's household, where the head is the head there too, or who was it stands on this list as well. */
    private Optional<Household> target() {
        return register.homeOf(head.identity()).filter(home -> household.people().stream()
                .anyMatch(line -> line.identity().equals(home.head().identity().value())));
    }

    private HouseholdPlan plan() {
        household.lines().forEach(this::elsewhere);
        Card card = null;
        boolean placeIsNew = false;
        if (doubts.isEmpty()) {
            household.lines().forEach(this::member);
            household.lines().forEach(this::categories);
            card = card();
            placeIsNew = placeIsNew();
            remarks();
        }
        return new HouseholdPlan(
                withProblems(),
                target,
                target == null ? place : placeOf(target),
                cast.newcomers(),
                updates,
                card,
                placeIsNew,
                begins,
                ends,
                doubts.isEmpty() ? changes : Map.of(),
                doubts);
    }

    private void elsewhere(SheetLine line) {
        PersonLine person = person(line);
        Snapshot.Found found = register.people().get(person.identity());
        if (found == null || target != null && found.household().equals(target.id())) {
            return;
        }
        Household home = requireNonNull(register.households().get(found.household()));
        doubts.add(new Doubt(
                home.id(), found.member(), null, Said.ofPerson(place.township(), place.village(), head.name())));
        problem(line, Column.IDENTITY, person.identity(), LineFlaw.PERSON_ELSEWHERE, home.code());
    }

    private void member(SheetLine line) {
        PersonLine person = person(line);
        if (!cast.isKnown(person)) {
            change(line, EnumSet.allOf(Column.class));
            return;
        }
        Household.Member there = requireNonNull(target).member(cast.id(person)).orElseThrow();
        MemberNow update = update(person, there);
        Set<Column> news = EnumSet.noneOf(Column.class);
        note(news, Column.NAME, !there.name().equals(update.name()));
        note(news, Column.RELATION, !there.relation().equals(update.relation()) || there.head() != update.head());
        note(news, Column.PHONE, !Objects.equals(there.phone(), update.phone()));
        note(news, Column.GUARDIAN, !Objects.equals(there.guardian(), update.guardian()));
        note(news, Column.CARD, !Objects.equals(there.ownCard(), update.ownCard()));
        if (!news.isEmpty()) {
            updates.add(update);
            change(line, news);
        }
    }

    private MemberNow update(PersonLine person, Household.Member there) {
        String phone = person.phone();
        CardNumber own = cast.ownCard(person);
        return new MemberNow(
                there.id(),
                person.name(),
                person.relation(),
                phone == null ? there.phone() : PhoneNumber.of(phone),
                person.head(),
                person.guardian() == null ? there.guardian() : cast.guardian(person),
                own == null ? there.ownCard() : own);
    }

    /** The head's line says what the household is; another line what that person is besides, or in another degree. */
    private void categories(SheetLine line) {
        PersonLine person = person(line);
        boolean isHead = person.head();
        var category = person.category() == null ? requireNonNull(head.category()) : person.category();
        boolean same = category == head.category()
                && (person.care() == null || person.care() == head.care())
                && (person.area() == null || person.area() == head.area());
        if (!isHead && same) {
            return;
        }
        SpellPlan.Wish wish = new SpellPlan.Wish(
                isHead ? null : cast.id(person), category, person.area(), person.care(), person.since());
        SpellPlan plan =
                SpellPlan.of(wish, target == null ? List.of() : register.history(target.id()), register.today());
        if (plan.against() != null) {
            doubt(line, wish, plan.against());
        } else if (plan.begins() != null) {
            begins.add(plan.begins());
            if (plan.ends() != null) {
                ends.add(plan.ends().id());
            }
            change(line, EnumSet.of(Column.CATEGORY));
        }
    }

    private void doubt(SheetLine line, SpellPlan.Wish wish, CategorySpell against) {
        Household there = requireNonNull(target);
        doubts.add(new Doubt(
                there.id(),
                wish.member() == null ? there.head().id() : wish.member(),
                against.id(),
                Said.ofCategory(wish.category(), wish.area(), wish.care(), wish.from(register.today()))));
        problem(line, Column.CATEGORY, wish.category().name(), LineFlaw.CATEGORY_ON_FILE, there.code());
    }

    private @Nullable Card card() {
        Card card = new Card(cast.card(), cast.cardHolder());
        boolean same = target != null
                && target.card().number().equals(card.number())
                && target.card().holder().id().equals(card.holder());
        if (same) {
            return null;
        }
        change(household.head(), EnumSet.of(Column.CARD));
        return card;
    }

    private boolean placeIsNew() {
        if (target == null || placeOf(target).equals(target.place())) {
            return false;
        }
        change(household.head(), EnumSet.of(Column.TOWNSHIP));
        return true;
    }

    /** A list that leaves the village out says nothing against the one on file. */
    private Place placeOf(Household there) {
        return head.village() == null
                ? register.places().find(requireNonNull(head.township()), there.village())
                : place;
    }

    private void remarks() {
        if (place.townshipCode() == null || place.village() != null && place.villageCode() == null) {
            Column column = place.townshipCode() == null ? Column.TOWNSHIP : Column.VILLAGE;
            String written = column == Column.TOWNSHIP ? place.township() : "…";
            problem(household.head(), column, written, LineFlaw.PLACE_WITHOUT_CODE);
        }
        long leftOut = target == null
                ? 0
                : target.members().stream()
                        .filter(member -> household.people().stream().noneMatch(line -> line.identity()
                                .equals(member.identity().value())))
                        .count();
        if (leftOut > 0) {
            problem(household.head(), Column.NAME, head.name(), LineFlaw.LEFT_OUT, leftOut);
        }
    }

    private SheetHousehold withProblems() {
        List<SheetLine> lines = household.lines().stream()
                .map(line -> line.with(problems.getOrDefault(line.row(), List.of())))
                .toList();
        return new SheetHousehold(household.number(), lines).held();
    }

    private static void note(Set<Column> news, Column column, boolean isNew) {
        if (isNew) {
            news.add(column);
        }
    }

    private void change(SheetLine line, Set<Column> columns) {
        changes.computeIfAbsent(line.row(), row -> EnumSet.noneOf(Column.class)).addAll(columns);
    }

    private void problem(SheetLine line, Column column, String value, LineFlaw flaw, Object... arguments) {
        problems.computeIfAbsent(line.row(), row -> new ArrayList<>())
                .add(LineProblem.of(column, value, flaw, arguments));
    }

    private static PersonLine person(SheetLine line) {
        return requireNonNull(line.person());
    }
}
