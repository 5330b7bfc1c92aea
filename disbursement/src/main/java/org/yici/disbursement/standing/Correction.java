package org.yici.disbursement.standing;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/**
 * What an earlier list should have said of a person for one month, and what is put right of it.
 *
 * @param corrected the earlier list, {@code period} its word
 * @param number of those of that list, person and month, from 1
 * @param was reckoned so far, with what was put right before
 * @param should by what is known now
 * @param amount paid in addition, or below nothing: set off
 */
public record Correction(
        UUID corrected,
        String period,
        UUID person,
        UUID household,
        Residence residence,
        @Nullable String care,
        YearMonth month,
        int number,
        CorrectionReason reason,
        Money was,
        Money should,
        Money amount) {

    /** The same, as far as it goes. */
    Correction of(Money part) {
        return new Correction(
                corrected, period, person, household, residence, care, month, number, reason, was, should, part);
    }
}
