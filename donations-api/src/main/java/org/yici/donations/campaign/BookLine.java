package org.yici.donations.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a campaign's book: a gift that came in or a grant that reached somebody.
 *
 * @param amount fen; of a grant the share that came from this campaign's fund
 * @param grant the grant's code; null for a gift
 * @param aid what the grant was for (schooling, medical, hardship); null for a gift
 */
public record BookLine(
        long sequence,
        Instant at,
        @Nullable String grant,
        @Nullable String aid,
        long amount) {

    public boolean isGift() {
        return grant == null;
    }
}
