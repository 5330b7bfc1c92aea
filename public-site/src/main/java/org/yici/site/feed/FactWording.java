package org.yici.site.feed;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

/** {@code {"at","body","number","sequence","type","v"}}. A type that is not known here is kept and shown to nobody. */
final class FactWording implements Wording<PublicFact> {

    @Override
    public boolean isGapless() {
        return true;
    }

    @Override
    public Optional<PublicFact> read(ConsumerRecord<String, String> entry, long number) {
        JsonNode envelope = Rows.MAPPER.readTree(entry.value());
        if (envelope.get("number").asLong() != number) {
            throw new IllegalArgumentException("fact " + envelope.get("number") + " under the number " + number);
        }
        return Optional.of(new PublicFact(
                number,
                envelope.get("type").asString(),
                Instant.parse(envelope.get("at").asString()),
                envelope.get("body"),
                entry.value()));
    }
}
