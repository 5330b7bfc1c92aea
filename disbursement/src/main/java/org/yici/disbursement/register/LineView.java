package org.yici.disbursement.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list as its page shows it.
 *
 * @param fate in words, {@code kind} the look of it
 * @param person null when the row cannot be read or is nobody's
 * @param problems what is wrong with it or worth knowing
 * @param note what is new about the person, or what the row is instead of one; null when there is nothing to say
 * @param household the address of the household where the person stands; null before
 */
record LineView(
        int row,
        String fate,
        String kind,
        @Nullable Person person,
        List<Problem> problems,
        @Nullable String note,
        @Nullable String household) {

    record Person(
            String name,
            String relation,
            String identity,
            String place,
            @Nullable String category,
            @Nullable LocalDate since) {}

    record Problem(String column, String shown, String message, boolean remark) {}
}
