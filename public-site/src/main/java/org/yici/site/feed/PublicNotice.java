package org.yici.site.feed;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The newest word on a notice.
 *
 * @param showing what to show; null when the notice has ended and comes down
 */
public record PublicNotice(String code, @Nullable Showing showing) {

    /**
     * @param name masked
     * @param amount fen, as applied for
     */
    public record Showing(
            String kind,
            String name,
            String township,
            long amount,
            Instant postedAt,
            Instant endsAt,
            boolean objected) {

        public Showing {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(township, "township");
            Objects.requireNonNull(postedAt, "postedAt");
            Objects.requireNonNull(endsAt, "endsAt");
        }
    }
}
