package org.yici.donations.payment.counter;

import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.counter.line.LineFate;

/**
 * A line of a batch, as it is kept.
 *
 * @param number within the batch, from 1
 * @param row of the sheet; null when it was typed
 * @param booked null until it is in the books
 * @param held the word of the reason why it could not be booked yet; null when nothing is in the way
 */
public record CounterLine(
        int number,
        @Nullable Integer row,
        LineFate fate,
        @Nullable Booked booked,
        @Nullable String held) {

    /** @param sequence the number of its journal */
    public record Booked(DonationId donation, long sequence) {}
}
