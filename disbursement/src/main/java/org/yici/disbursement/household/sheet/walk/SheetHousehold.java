package org.yici.disbursement.household.sheet.walk;

import java.util.List;
import java.util.Objects;
import org.yici.disbursement.household.sheet.line.Column;
import org.yici.disbursement.household.sheet.line.LineFlaw;
import org.yici.disbursement.household.sheet.line.LineProblem;
import org.yici.disbursement.household.sheet.line.PersonLine;

/**
 * The rows of one household, as its list has them. It goes on the register whole or not at all.
 *
 * @param number counted within the list
 */
public record SheetHousehold(int number, List<SheetLine> lines) {

    public SheetHousehold {
        lines = List.copyOf(lines);
    }

    public boolean isSound() {
        return lines.stream().noneMatch(SheetLine::isRefused);
    }

    /** Asked only of a sound one. */
    public List<PersonLine> people() {
        return lines.stream().map(line -> Objects.requireNonNull(line.person())).toList();
    }

    /** The line of the head. Asked only of a sound one. */
    public SheetLine head() {
        return lines.stream()
                .filter(line -> Objects.requireNonNull(line.person()).head())
                .findFirst()
                .orElseThrow();
    }

    /** Nothing by halves: where one row is refused, the others of the household wait for it. */
    public SheetHousehold held() {
        return lines.stream()
                .filter(SheetLine::isRefused)
                .findFirst()
                .map(refused -> new SheetHousehold(
                        number,
                        lines.stream()
                                .map(line -> line.isRefused() ? line : hold(line, refused.row()))
                                .toList()))
                .orElse(this);
    }

    private static SheetLine hold(SheetLine line, int row) {
        String name = Objects.requireNonNull(line.person()).name();
        return line.with(List.of(LineProblem.of(Column.NAME, name, LineFlaw.HELD, row)));
    }
}
