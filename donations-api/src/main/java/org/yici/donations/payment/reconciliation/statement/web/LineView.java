package org.yici.donations.payment.reconciliation.statement.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line as its page shows it.
 *
 * @param in what came in, in fen; null when it went out, as {@code out} then is not
 * @param words who paid and what for; null for who need not know it, and where it is kept no longer
 * @param mark the class of its state: done, open or stopped; null where there is nothing to mark
 * @param fate what it is, in the reader's language
 * @param sequence the number of the journal that it is; null when it is none
 * @param gift whether that journal is a gift, which has a page
 * @param note how somebody has explained it; null when nobody has
 * @param choices the settlements that it may be
 */
record LineView(
        int number,
        int row,
        LocalDate day,
        @Nullable Long in,
        @Nullable Long out,
        @Nullable String reference,
        @Nullable String words,
        @Nullable String mark,
        String fate,
        @Nullable Long sequence,
        boolean gift,
        @Nullable String note,
        List<Choice> choices) {

    /** A settlement to choose: its journal, and how a reader knows it. */
    record Choice(long sequence, String words) {}
}
