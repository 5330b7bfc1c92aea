package org.yici.platform.facts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** One record on its way to a topic. */
record Outgoing(
        String topic, long number, String key, @Nullable String value) {

    ProducerRecord<String, String> record() {
        byte[] header = Long.toString(number).getBytes(StandardCharsets.US_ASCII);
        return new ProducerRecord<>(topic, 0, key, value, List.of(new RecordHeader(Topics.NUMBER, header)));
    }
}
