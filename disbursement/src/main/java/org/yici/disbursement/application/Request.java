package org.yici.disbursement.application;

import org.jspecify.annotations.Nullable;
import org.yici.disbursement.Amount;

/**
 * What is applied for, as it was typed.
 *
 * @param household its id or code
 * @param member the member's id, place on the register (from 0), identity number, or name where only one has it
 * @param programme {@code schooling}, {@code medical} or {@code hardship}
 */
public record Request(
        @Nullable String household,
        @Nullable Object member,
        @Nullable String programme,
        @Nullable Amount amount,
        @Nullable String reason) {

    @Override
    public String toString() {
        return "a request";
    }
}
