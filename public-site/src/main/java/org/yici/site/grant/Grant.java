package org.yici.site.grant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grant as the public sees it.
 *
 * @param sequence of the award's journal
 * @param township null where it could tell who
 * @param funds that bear it, the one that bears most first
 * @param amount less what was given back, fen; of one that has ended, what had been awarded
 * @param returned what its household gave back, fen
 * @param receiptAt when the household confirmed that the money arrived
 */
public record Grant(
        String code,
        long sequence,
        @Nullable String kind,
        @Nullable String township,
        List<String> funds,
        long amount,
        long returned,
        GrantState state,
        Instant awardedAt,
        @Nullable Instant sentAt,
        @Nullable Instant paidAt,
        @Nullable Instant endedAt,
        @Nullable Instant receiptAt) {

    /** Arrived, and all of it given back later. */
    public boolean isGivenBack() {
        return state == GrantState.RELEASED && returned > 0;
    }

    /** Arrived, and a part of it given back later: what was decided and what stays are two figures. */
    public boolean isGivenBackInPart() {
        return state != GrantState.RELEASED && returned > 0;
    }

    /** What had been awarded, fen, whatever came back of it. */
    public long decided() {
        return isGivenBackInPart() ? amount + returned : amount;
    }

    public boolean isPaid() {
        return state == GrantState.PAID;
    }
}
