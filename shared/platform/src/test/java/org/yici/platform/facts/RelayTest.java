package org.yici.platform.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.yici.engines.EnginesForTests;
import org.yici.platform.database.ServiceApplication;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Flux;

@DisplayName("The relay")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelayTest {

    private static final Instant AT = Instant.parse("2018-05-04T03:02:01Z");
    private final Map<String, String> engines = EnginesForTests.freshDatabase();
    private ConfigurableApplicationContext service = start();

    @Configuration
    @EnableAutoConfiguration
    @PublishesFacts
    @Import({Transactions.class, TopicsConfiguration.class})
    static class Publisher {}

    private ConfigurableApplicationContext start() {
        return ServiceApplication.of(Publisher.class, "publisher", List.of("ledger", "platform"))
                .web(WebApplicationType.NONE)
                .run(Stream.concat(
                                Stream.of("--yici.database.role=yici_donations"),
                                engines.entrySet().stream().map(s -> "--" + s.getKey() + "=" + s.getValue()))
                        .toArray(String[]::new));
    }

    @BeforeAll
    void publishFourFactsOneOfThemInVain() {
        publish("g-1", true);
        publish("g-2", true);
        publish("never", false);
        publish("g-3", true);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    @DisplayName(
            "carries committed facts in order with numbers that have no gap, and after a restart none of them again")
    void carriesEachFactOnce() {
        assertThat(read(Topics.FACTS, 3))
                .extracting(ConsumerRecord::key)
                .containsExactly("grant:g-1", "grant:g-2", "grant:g-3");

        service.close();
        service = start();
        publish("g-4", true);

        assertThat(read(Topics.FACTS, 4))
                .extracting(ConsumerRecord::value)
                .containsExactly(envelope(1), envelope(2), envelope(3), envelope(4));
    }

    @Test
    @DisplayName("ends a notice with a tombstone")
    void endsANoticeWithATombstone() {
        FactOutbox outbox = service.getBean(FactOutbox.class);
        var running = new RunningNotice("n-1", "medical", "张**", "清河镇", 80_000, AT, AT.plusSeconds(9), false);
        Flux.concat(outbox.notice(running, AT), outbox.endNotice("n-1", AT)).blockLast();

        assertThat(read(Topics.NOTICES, 2))
                .extracting(entry -> entry.value() == null)
                .containsExactly(false, true);
    }

    private static String envelope(int n) {
        return "{\"at\":\"2018-05-04T03:02:01.000Z\",\"body\":{\"grant\":\"g-" + n + "\"},\"number\":" + n
                + ",\"sequence\":7,\"type\":\"receipt-confirmed\",\"v\":1}";
    }

    private void publish(String grant, boolean commits) {
        FactOutbox outbox = service.getBean(FactOutbox.class);
        service.getBean(Transactions.class)
                .inOne(() -> outbox.publish(new Fact.ReceiptConfirmed(grant), 7, AT)
                        .map(number -> commits ? Outcome.done(number) : Outcome.<Long>refused(WebReason.NOT_FOUND)))
                .block();
    }

    private List<ConsumerRecord<String, String>> read(String topic, int atLeast) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        ConsumerFactory<String, String> factory = consumers();
        TopicPartition partition = new TopicPartition(topic, 0);
        try (Consumer<String, String> consumer = factory.createConsumer("test", null)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (found.size() < atLeast && System.nanoTime() < patience) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            consumer.poll(Duration.ofMillis(300)).forEach(found::add);
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private ConsumerFactory<String, String> consumers() {
        return service.getBean(ConsumerFactory.class);
    }
}
