package org.yici.disbursement.standing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.standard.OnDeath;

/**
 * That a person is entitled under a category, from one day to another. It names nobody.
 *
 * @param person blind id of the member
 * @param household blind id of where they live
 * @param category word of the register's category, such as {@code TEKUN}
 * @param care level of care, or class of the category; null where it has none
 * @param to the last day; null: until further notice
 * @param ending what happened on the last day, where there is one
 */
public record EntitledPerson(
        UUID person,
        UUID household,
        String category,
        @Nullable String care,
        Residence residence,
        LocalDate from,
        @Nullable LocalDate to,
        Ending ending) {

    /** Where the category ends, or nothing does. */
    public EntitledPerson(
            UUID person,
            UUID household,
            String category,
            @Nullable String care,
            Residence residence,
            LocalDate from,
            @Nullable LocalDate to) {
        this(person, household, category, care, residence, from, to, Ending.ENDED);
    }

    /** A person counts for a month when entitled on its first day; a death may take that month too. */
    boolean counts(YearMonth month, OnDeath onDeath) {
        boolean diesInIt =
                ending == Ending.DIED && to != null && YearMonth.from(to).equals(month);
        return isOn(month.atDay(1)) && !(diesInIt && onDeath == OnDeath.SAME_MONTH);
    }

    boolean isOn(LocalDate day) {
        return !from.isAfter(day) && (to == null || !to.isBefore(day));
    }
}
