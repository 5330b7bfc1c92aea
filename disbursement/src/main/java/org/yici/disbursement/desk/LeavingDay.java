package org.yici.disbursement.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.yici.platform.outcome.InvalidInput;

/** The day on which somebody moved or died, as a form has it. */
final class LeavingDay {

    private static final int MONTHS_BACK = 24;

    private LeavingDay() {}

    /**
     * Today where nothing was typed.
     *
     * @throws InvalidInput where it is no day of the last {@value #MONTHS_BACK} months
     */
    static LocalDate read(String typed, LocalDate today) {
        if (typed.isBlank()) {
            return today;
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (!day.isAfter(today) && !day.isBefore(today.minusMonths(MONTHS_BACK))) {
                return day;
            }
        } catch (DateTimeException noDay) {
            // It is answered like a day that cannot be.
        }
        throw InvalidInput.of("on", "input.household.leaving-day", MONTHS_BACK);
    }
}
