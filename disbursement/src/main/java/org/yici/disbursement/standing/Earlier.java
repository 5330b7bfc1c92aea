package org.yici.disbursement.standing;

import java.util.List;
import java.util.UUID;

/**
 * A list that was fixed before.
 *
 * @param settled what was put right about it since, in order
 */
record Earlier(UUID id, Period period, List<DuePart> parts, List<Correction> settled) {

    Earlier {
        parts = List.copyOf(parts);
        settled = List.copyOf(settled);
    }
}
