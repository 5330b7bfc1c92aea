package org.yici.disbursement.application;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.InvalidInput;

/** The day on which something was done for a case: what is older than two months tells nothing of today. */
public final class PastDay {

    private static final int DAYS_BEFORE_FILING = 60;

    private PastDay() {}

    /**
     * @param typed {@code 2018-05-04}
     * @throws InvalidInput where it is no day, lies ahead, or lies more than 60 days before the application was filed
     */
    public static LocalDate read(@Nullable String typed, String field, Application application, LocalDate today) {
        LocalDate earliest = LocalDate.ofInstant(application.steps().get(0).at(), ProgramClock.CHINA)
                .minusDays(DAYS_BEFORE_FILING);
        try {
            LocalDate day = LocalDate.parse(String.valueOf(typed).strip());
            if (!day.isAfter(today) && !day.isBefore(earliest)) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // The same sentence says what a day looks like.
        }
        throw InvalidInput.of(field, "input.evidence.day", earliest, today);
    }
}
