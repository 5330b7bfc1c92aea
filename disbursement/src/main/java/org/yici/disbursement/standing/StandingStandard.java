package org.yici.disbursement.standing;

import org.jspecify.annotations.Nullable;
import org.yici.disbursement.standard.Standard;

/**
 * A standard and whom it is for.
 *
 * @param residence null: both
 * @param care null: every level
 */
public record StandingStandard(
        Standard standard,
        String category,
        @Nullable Residence residence,
        @Nullable String care) {

    boolean isFor(EntitledPerson person) {
        return category.equals(person.category())
                && (residence == null || residence == person.residence())
                && (care == null || care.equals(person.care()));
    }
}
