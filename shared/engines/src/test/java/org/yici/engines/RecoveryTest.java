package org.yici.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    @TempDir
    Path data;

    @Test
    void what_was_acknowledged_survives_kills_of_everything_and_the_next_start_needs_no_hand() throws Exception {
        OtherJvm first = OtherJvm.keepsWord(data, "one");
        assertThatThrownBy(() -> Engines.start(data))
                .isInstanceOf(DataFolderInUse.class)
                .hasMessageContaining("process " + first.pid())
                .hasMessageContaining(data.toString());
        assertThat(EnginesFile.ofRunning(data)).isPresent();
        first.kill();
        assertThat(EnginesFile.ofRunning(data)).isEmpty();

        OtherJvm second = OtherJvm.keepsWord(data, "two");
        second.kill();
        killPostgres();

        try (Engines engines = Engines.start(data)) {
            assertThat(rows(engines)).containsExactly("one", "two");
            assertThat(records(engines)).containsExactly("one", "two");
        }
        assertThat(new Postmaster(data).file()).doesNotExist();
    }

    /** The server, its children and the watchdog at once, as a machine that loses power does. */
    private void killPostgres() throws Exception {
        new Postmaster(data).process().ifPresent(postmaster -> {
            List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
            all.add(postmaster);
            all.forEach(ProcessHandle::destroyForcibly);
        });
    }

    private static List<String> rows(Engines engines) throws Exception {
        List<String> words = new ArrayList<>();
        try (var connection = RolesTest.connect(engines.properties(), "yici_migrate");
                var rows = connection.createStatement().executeQuery("select word from room.kept")) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }

    private static List<String> records(Engines engines) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", engines.properties().get("yici.kafka"));
        List<String> words = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition only = new TopicPartition(OtherJvm.TOPIC, 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only)).get(only);
            while (consumer.position(only) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(one -> words.add(one.value()));
            }
        }
        return words;
    }
}
