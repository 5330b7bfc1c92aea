package org.yici.platform.facts;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads the number of the last record that a topic holds: there the relay goes on, whoever it was before. */
record TopicEnd(ConsumerFactory<String, String> consumers) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** 0 for an empty topic. Kafka's client blocks, so it runs on the bounded scheduler. */
    Mono<Long> lastNumber(String topic) {
        return Mono.fromCallable(() -> read(topic)).subscribeOn(Schedulers.boundedElastic());
    }

    private long read(String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (Consumer<String, String> consumer = consumers.createConsumer("relay", null)) {
            consumer.assign(List.of(partition));
            long end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(partition), PATIENCE).get(partition));
            if (end == 0) {
                return 0;
            }
            consumer.seek(partition, end - 1);
            for (ConsumerRecord<String, String> last : consumer.poll(PATIENCE)) {
                return number(last);
            }
            throw new IllegalStateException("the last record of " + topic + " cannot be read");
        }
    }

    static long number(ConsumerRecord<String, String> entry) {
        return Long.parseLong(
                new String(entry.headers().lastHeader(Topics.NUMBER).value(), StandardCharsets.US_ASCII));
    }
}
