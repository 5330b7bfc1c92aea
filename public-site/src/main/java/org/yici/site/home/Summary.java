package org.yici.site.home;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The figures of all funds together, in fen and in counts, after journal {@code sequence}.
 *
 * @param at of that journal; null while there is none
 * @param since the first journal's time; null while there is none
 */
public record Summary(
        long sequence,
        @Nullable Instant at,
        @Nullable Instant since,
        long received,
        long refunded,
        long costs,
        long committed,
        long disbursed,
        long balance,
        long donations,
        long donors,
        long grants,
        long households,
        long people) {

    public boolean isEmpty() {
        return donations == 0;
    }

    /** What came and stayed: the whole of the bar. */
    public long kept() {
        return balance + committed + disbursed;
    }
}
