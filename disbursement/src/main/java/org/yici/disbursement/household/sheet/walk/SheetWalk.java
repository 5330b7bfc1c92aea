package org.yici.disbursement.household.sheet.walk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.household.Category;
import org.yici.disbursement.household.HeadWords;
import org.yici.disbursement.household.sheet.line.Column;
import org.yici.disbursement.household.sheet.line.LineReading;
import org.yici.disbursement.household.sheet.line.PersonLine;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.InvalidInput;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.sheet.SheetRow;

/**
 * Walks down one list and says of every row what it is. Before the heading there are titles; behind it people, totals,
 * headings once more, and notes. People who stand together are one household: by the clerk's number where the list has
 * one, else from one head to the next. One a list; rows come in their order.
 */
public final class SheetWalk {

    private static final int HEADING_WITHIN_ROWS = 50;
    private static final List<Column> NEEDED = List.of(Column.NAME, Column.IDENTITY);

    private final LocalDate today;
    private final Defaults defaults;
    /** The row of every identity number seen: some 100 bytes a line. */
    private final Map<String, Integer> rowOf = new HashMap<>();

    private final List<SheetLine> household = new ArrayList<>();
    private @Nullable Heading heading;
    private boolean belowHeading;
    private int titles;
    private int households;
    private String number = "";

    /** @param today nobody is born later, and no category begins later */
    public SheetWalk(LocalDate today, Defaults defaults) {
        this.today = today;
        this.defaults = defaults;
    }

    /** What holds for the lines that do not say it: a list of 特困 says so in its title, and a township's list not where it is. */
    public record Defaults(
            @Nullable Category category, @Nullable String township) {

        public static final Defaults NONE = new Defaults(null, null);
    }

    /**
     * What is whole once this row has come; nothing for a row above the heading, or in the middle of a household.
     *
     * @throws InvalidInput where there is no heading, or it lacks a column that is needed
     */
    public Stream<Piece> row(SheetRow row) {
        Heading known = heading;
        if (known == null) {
            lookForHeading(row);
            return Stream.empty();
        }
        if (belowHeading) {
            belowHeading = false;
            Optional<Heading> both = known.withSecond(row);
            known = both.orElse(known);
            heading = known;
            complete(known);
            if (both.isPresent()) {
                return Stream.empty();
            }
        }
        return piece(known, row);
    }

    /**
     * The last household.
     *
     * @throws InvalidInput where there was no heading, or nobody below it
     */
    public Stream<Piece> end() {
        if (heading == null) {
            throw InvalidInput.of("file", "input.register.no-heading");
        }
        Stream<Piece> last = whole().stream();
        if (households == 0) {
            throw InvalidInput.of("file", "input.register.no-lines");
        }
        return last;
    }

    /** Was the heading seen, with the line below it where it has two? */
    public boolean hasHeading() {
        return heading != null && !belowHeading;
    }

    private void lookForHeading(SheetRow row) {
        Optional<Heading> found = Heading.in(row);
        if (found.isPresent()) {
            heading = found.get();
            belowHeading = true;
        } else if (++titles > HEADING_WITHIN_ROWS) {
            throw InvalidInput.of("file", "input.register.no-heading");
        }
    }

    private static void complete(Heading found) {
        List<FieldError> missing = NEEDED.stream()
                .filter(column -> !found.columns().contains(column))
                .map(column -> FieldError.of("file", "input.register.no-column." + column))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidInput(missing);
        }
    }

    private Stream<Piece> piece(Heading known, SheetRow row) {
        Map<Column, SheetCell> cells = known.cells(row);
        if (known.isRepeatedBy(row)) {
            return passedOver(row, Why.HEADING);
        }
        if (RowWords.isTotal(row, cells)) {
            return passedOver(row, Why.TOTAL);
        }
        if (RowWords.isNote(row, cells)) {
            return passedOver(row, Why.NOTE);
        }
        Optional<Piece> before = beginsHousehold(cells) ? whole() : Optional.empty();
        LineReading.Result line = LineReading.read(cells, today);
        household.add(new SheetLine(row.number(), person(line.person(), cells), line.problems()));
        return before.stream();
    }

    /** Who has no relation beside the name heads a household, or is one more of it. */
    private @Nullable PersonLine person(@Nullable PersonLine read, Map<Column, SheetCell> cells) {
        if (read == null) {
            return null;
        }
        boolean unsaid = cells.getOrDefault(Column.RELATION, SheetCell.EMPTY).isBlank();
        PersonLine person = unsaid && !household.isEmpty() ? read.asMember() : read;
        return person.orElse(defaults.category(), defaults.township());
    }

    /** A page may end in the middle of a household: the rows around a heading or a total still belong together. */
    private static Stream<Piece> passedOver(SheetRow row, Why why) {
        return Stream.of(new Piece.PassedOver(row.number(), why));
    }

    private boolean beginsHousehold(Map<Column, SheetCell> cells) {
        String relation = cells.getOrDefault(Column.RELATION, SheetCell.EMPTY).text();
        String own = cells.getOrDefault(Column.HOUSEHOLD, SheetCell.EMPTY).text();
        boolean sameNumber = own.equals(number);
        number = own;
        if (!own.isEmpty()) {
            return !sameNumber;
        }
        return relation.isEmpty() || HeadWords.say(relation) || household.isEmpty();
    }

    private Optional<Piece> whole() {
        if (household.isEmpty()) {
            return Optional.empty();
        }
        List<SheetLine> lines = List.copyOf(household);
        household.clear();
        return Optional.of(new Piece.Lines(HouseholdCheck.check(++households, lines, rowOf)));
    }
}
