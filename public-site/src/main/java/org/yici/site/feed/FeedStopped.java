package org.yici.site.feed;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record that cannot be applied. To go on behind it would publish false figures, so the feed stands until it is mended. */
final class FeedStopped extends RuntimeException {

    private FeedStopped(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static FeedStopped gap(ConsumerRecord<String, String> entry, long last) {
        return new FeedStopped(
                "%s has a gap: behind number %d comes offset %d".formatted(entry.topic(), last, entry.offset()), null);
    }

    static FeedStopped unreadable(ConsumerRecord<String, String> entry, Throwable cause) {
        return new FeedStopped("%s cannot be read at offset %d".formatted(entry.topic(), entry.offset()), cause);
    }
}
