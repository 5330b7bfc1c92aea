package org.yici.disbursement.application;

import org.jspecify.annotations.Nullable;
import org.yici.disbursement.Amount;

/**
 * What is applied for, as it was typed.
 *
 * @param household its id or code
 * @param member the member's id, place on the register (from 0), identity number, or name where only one has it
 * @param programme the word of a programme, such as {@code schooling}
 * @param expense what it cost, where the programme's standard is a share of it
 * @param months for how many, where the standard is so much a month
 */
public record Request(
        @Nullable String household,
        @Nullable Object member,
        @Nullable String programme,
        @Nullable Amount amount,
        @Nullable String reason,
        @Nullable Amount expense,
        @Nullable Integer months) {

    /** Where the standard asks for nothing but the amount. */
    public Request(
            @Nullable String household,
            @Nullable Object member,
            @Nullable String programme,
            @Nullable Amount amount,
            @Nullable String reason) {
        this(household, member, programme, amount, reason, null, null);
    }

    @Override
    public String toString() {
        return "a request";
    }
}
