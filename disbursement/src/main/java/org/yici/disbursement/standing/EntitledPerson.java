package org.yici.disbursement.standing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a person is entitled under a category, from one day to another. It names nobody.
 *
 * @param person blind id of the member
 * @param household blind id of where they live
 * @param category word of the register's category, such as {@code TEKUN}
 * @param care level of care, or class of the category; null where it has none
 * @param to the last day; null: until further notice
 */
public record EntitledPerson(
        UUID person,
        UUID household,
        String category,
        @Nullable String care,
        Residence residence,
        LocalDate from,
        @Nullable LocalDate to) {

    boolean isOn(LocalDate day) {
        return !from.isAfter(day) && (to == null || !to.isBefore(day));
    }
}
