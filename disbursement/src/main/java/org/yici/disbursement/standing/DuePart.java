package org.yici.disbursement.standing;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/**
 * What is due to one person for one month by one standard.
 *
 * @param version of the standard, that of the month
 * @param income the figure that a difference was worked out from; null where none is asked for
 */
public record DuePart(
        UUID person,
        UUID household,
        Residence residence,
        @Nullable String care,
        YearMonth month,
        String standard,
        UUID version,
        Money amount,
        @Nullable UUID income) {}
