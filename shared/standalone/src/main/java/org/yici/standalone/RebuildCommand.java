package org.yici.standalone;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.yici.platform.facts.Topics;
import org.yici.platform.outcome.RefusedStart;

/** Throws away what public-site has made of the topics and waits until it has made it again. */
final class RebuildCommand implements Commands.Command {

    private static final String SITE_ROLE = "yici_site";
    private static final Set<String> TOPICS = Set.of(Topics.LEDGER, Topics.FACTS, Topics.NOTICES);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public boolean needsKafka() {
        return true;
    }

    @Override
    public boolean run(CommandEngines engines, Options options, Console console) throws Exception {
        long begun = System.nanoTime();
        if (engines.editionRuns()) {
            wipe(engines);
            awaitReplayed(engines, console);
        } else {
            List<String> settings = options.arguments(engines.settings());
            try (HostedService site = HostedService.start(Service.SITE.app(), settings)) {
                wipe(engines);
                awaitReplayed(engines, console);
            }
        }
        console.say("rebuild.done", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
        return true;
    }

    private static void wipe(CommandEngines engines) throws SQLException {
        try (Connection connection = engines.connectAs(SITE_ROLE);
                Statement statement = connection.createStatement()) {
            statement.execute("select site.wipe()");
        }
    }

    /** Until the site has read what the topics held when it was wiped; gives up when it does not move any more. */
    private static void awaitReplayed(CommandEngines engines, Console console) throws Exception {
        Map<String, Long> ends = ends(engines.setting("yici.kafka"));
        long total = sum(ends);
        long last = -1;
        long lastMove = System.nanoTime();
        try (Connection connection = engines.connectAs(SITE_ROLE)) {
            while (true) {
                Map<String, Long> positions = positions(connection);
                if (ends.entrySet().stream()
                        .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
                    return;
                }
                if (sum(positions) != last) {
                    last = sum(positions);
                    lastMove = System.nanoTime();
                    console.say("rebuild.progress", last, total);
                } else if (System.nanoTime() - lastMove > PATIENCE.toNanos()) {
                    throw new RefusedStart("public-site does not read on at " + positions + " of " + ends
                            + ": is it running, and what does its log say?");
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        }
    }

    private static Map<String, Long> positions(Connection connection) throws SQLException {
        Map<String, Long> positions = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select topic, offset_next from site.position")) {
            while (rows.next()) {
                positions.put(rows.getString(1), rows.getLong(2));
            }
        }
        return positions;
    }

    private static Map<String, Long> ends(String bootstrapServers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().keySet().stream()
                    .filter(TOPICS::contains)
                    .map(topic -> new TopicPartition(topic, 0))
                    .toList();
            return consumer.endOffsets(partitions).entrySet().stream()
                    .collect(Collectors.toMap(end -> end.getKey().topic(), Map.Entry::getValue));
        }
    }

    private static long sum(Map<String, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
