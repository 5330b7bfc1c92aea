package org.yici.site.feed;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest word on each notice; no value takes it down. One that cannot be read is passed over, loudly: it must not
 * keep up those that have to come down.
 */
final class NoticeWording implements Wording<PublicNotice> {

    private static final Logger log = LoggerFactory.getLogger(NoticeWording.class);

    @Override
    public boolean isGapless() {
        return false;
    }

    @Override
    public Optional<PublicNotice> read(ConsumerRecord<String, String> entry, long number) {
        if (entry.value() == null) {
            return Optional.of(new PublicNotice(entry.key(), null));
        }
        try {
            var body = Rows.MAPPER.readTree(entry.value()).get("body");
            return Optional.of(
                    new PublicNotice(entry.key(), Rows.MAPPER.treeToValue(body, PublicNotice.Showing.class)));
        } catch (RuntimeException unreadable) {
            log.error("The notice {} cannot be read and is not shown", entry.key(), unreadable);
            return Optional.empty();
        }
    }
}
