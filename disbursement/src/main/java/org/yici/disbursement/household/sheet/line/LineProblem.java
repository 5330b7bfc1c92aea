package org.yici.disbursement.household.sheet.line;

import java.util.Arrays;
import java.util.List;

/**
 * One thing that is wrong with a line, or worth knowing.
 *
 * @param shown what stands in the cell, masked where it is personal
 * @param arguments of the flaw's sentence
 */
public record LineProblem(Column column, String shown, LineFlaw flaw, List<String> arguments) {

    public LineProblem {
        arguments = List.copyOf(arguments);
    }

    public static LineProblem of(Column column, String value, LineFlaw flaw, Object... arguments) {
        return new LineProblem(
                column,
                column.shown(value),
                flaw,
                Arrays.stream(arguments).map(Object::toString).toList());
    }
}
