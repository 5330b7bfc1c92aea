package org.yici.donations.payment.reconciliation.statement.paper;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The days in camt.053: a day, or a moment with one. The bank's own day counts, whatever zone it writes behind it. */
final class CamtDays {

    private static final int DAY_CHARACTERS = 10;
    private static final String MIDNIGHT = "T00:00:00";

    private CamtDays() {}

    static Optional<LocalDate> first(@Nullable String text) {
        if (text == null || text.length() < DAY_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(0, DAY_CHARACTERS)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The last day up to a moment: up to midnight it is the day before. */
    static Optional<LocalDate> last(@Nullable String text) {
        return first(text)
                .map(day -> String.valueOf(text).startsWith(MIDNIGHT, DAY_CHARACTERS) ? day.minusDays(1) : day);
    }
}
