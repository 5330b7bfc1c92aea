package org.yici.donations.payment.reconciliation.statement.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.InvalidInput;

/** Everything that is wrong with a statement, line by line. It never holds what stands in a cell: that may be a person's. */
final class Flaws {

    private static final int MOST = 50;

    private final List<FieldError> found = new ArrayList<>();
    private int more;

    void at(int row, LineFlaw flaw, Object... arguments) {
        if (found.size() == MOST) {
            more++;
            return;
        }
        Object[] all = Stream.concat(Stream.of(Integer.toString(row)), Stream.of(arguments))
                .toArray();
        found.add(FieldError.of("lines[" + row + "]", flaw.messageKey(), all));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws InvalidInput when there is any */
    void refuseAny() {
        if (more > 0) {
            found.add(FieldError.of("lines", "input.statement.more", Integer.toString(more)));
        }
        if (!found.isEmpty()) {
            throw new InvalidInput(found);
        }
    }
}
