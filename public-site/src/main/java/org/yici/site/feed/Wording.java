package org.yici.site.feed;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How the records of one topic are read. */
interface Wording<T> {

    /** Whether each number follows the one before; a compacted topic has holes. */
    boolean isGapless();

    /**
     * What the record says; nothing when it is well formed but of no concern here.
     *
     * @throws RuntimeException when it cannot be read
     */
    Optional<T> read(ConsumerRecord<String, String> entry, long number);
}
