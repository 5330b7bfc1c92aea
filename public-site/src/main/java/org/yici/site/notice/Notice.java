package org.yici.site.notice;

import java.time.Instant;

/**
 * A running notice.
 *
 * @param name masked
 * @param amount fen, as applied for
 * @param objected whether somebody objected: the grant waits until that is resolved
 */
public record Notice(
        String code,
        String kind,
        String name,
        String township,
        long amount,
        Instant postedAt,
        Instant endsAt,
        boolean objected) {

    /** The last day of the notice: it ends at the midnight behind it. */
    public Instant lastDay() {
        return endsAt.minusMillis(1);
    }
}
