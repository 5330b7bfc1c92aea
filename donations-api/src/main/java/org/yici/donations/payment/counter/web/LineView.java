package org.yici.donations.payment.counter.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line as its page shows it.
 *
 * @param row of the sheet; of a line that was typed its own number
 * @param gift null unless it is one
 * @param problems what is wrong with it, in the reader's language
 * @param why what it is instead of a gift; null when it is one or is refused
 * @param sequence the number of its journal; null until it is booked
 * @param receipt the address of its receipt; null until it is booked, and for who may not hand it out
 * @param held why it is not booked yet; null when nothing is in the way
 */
record LineView(
        int number,
        int row,
        @Nullable Gift gift,
        List<Problem> problems,
        @Nullable String why,
        @Nullable Long sequence,
        @Nullable String receipt,
        @Nullable String held) {

    /** @param donor open to who has to hold it against slips, masked for others; null for who left no name */
    record Gift(
            LocalDate givenOn,
            @Nullable String donor,
            @Nullable String phone,
            long amount,
            String method,
            String campaign,
            @Nullable String reference) {}

    /** @param shown what stands in the cell, masked where it is personal */
    record Problem(String column, String shown, String message) {}
}
