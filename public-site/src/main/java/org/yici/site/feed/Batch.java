package org.yici.site.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.yici.platform.facts.Topics;

/**
 * What of a poll is to be applied: repetitions dropped, cut before the first record that does not follow.
 *
 * @param items read and in order
 * @param end the position once they are applied
 * @param stop why the records behind {@code end} cannot be applied; null when there are none
 */
record Batch<T>(List<T> items, Position end, @Nullable FeedStopped stop) {

    static <T> Batch<T> of(Iterable<ConsumerRecord<String, String>> polled, Position start, Wording<T> wording) {
        List<T> items = new ArrayList<>();
        Position end = start;
        for (ConsumerRecord<String, String> entry : polled) {
            Long number = number(entry);
            if (number == null || number <= end.number()) {
                // Not of our relay, or sent twice in a hand-over.
                end = new Position(entry.offset() + 1, end.number());
                continue;
            }
            if (wording.isGapless() && number != end.number() + 1) {
                return new Batch<>(items, end, FeedStopped.gap(entry, end.number()));
            }
            try {
                wording.read(entry, number).ifPresent(items::add);
            } catch (RuntimeException unreadable) {
                return new Batch<>(items, end, FeedStopped.unreadable(entry, unreadable));
            }
            end = new Position(entry.offset() + 1, number);
        }
        return new Batch<>(items, end, null);
    }

    private static @Nullable Long number(ConsumerRecord<String, String> entry) {
        Header header = entry.headers().lastHeader(Topics.NUMBER);
        try {
            return header == null ? null : Long.valueOf(new String(header.value(), StandardCharsets.US_ASCII));
        } catch (NumberFormatException foreign) {
            return null;
        }
    }
}
