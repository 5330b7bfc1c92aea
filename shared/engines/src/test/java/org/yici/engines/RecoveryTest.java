package org.yici.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
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
        assertThat(postmaster()).doesNotExist();
    }

    @Test
    void postgres_goes_when_its_jvm_is_killed() throws Exception {
        OtherJvm other = OtherJvm.keepsWord(data, "one");
        ProcessHandle postgres = ProcessHandle.of(postmasterPid()).orElseThrow();
        other.kill();
        assertThat(postgres.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void half_made_files_and_a_reused_process_number_are_no_obstacle() throws Exception {
        Engines.postgresOnly(data).close();
        Files.writeString(postmaster(), ProcessHandle.current().pid() + "\n" + data + "\n");
        Files.createDirectories(data.resolve("kafka.new").resolve("half"));
        Files.createDirectories(data.resolve("postgresql.new").resolve("half"));
        Files.writeString(data.resolve("initdb.password"), "left");
        Engines.start(data).close();
    }

    @Test
    void an_empty_postmaster_file_is_no_obstacle() throws Exception {
        Engines.postgresOnly(data).close();
        Files.createFile(postmaster());
        Engines.postgresOnly(data).close();
    }

    @Test
    void what_opens_the_data_is_readable_by_its_owner_alone() throws Exception {
        try (Engines engines = Engines.postgresOnly(data)) {
            assertThat(engines.properties()).doesNotContainKey("yici.kafka");
            for (String file : new String[] {"passwords.properties", "engines.properties"}) {
                assertThat(Files.getPosixFilePermissions(data.resolve(file)))
                        .as(file)
                        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
            }
        }
        assertThat(data.resolve("engines.properties")).doesNotExist();
    }

    /** The server, its children and the watchdog at once, as a machine that loses power does. */
    private void killPostgres() throws Exception {
        ProcessHandle.of(postmasterPid()).ifPresent(postmaster -> {
            List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
            all.add(postmaster);
            all.forEach(ProcessHandle::destroyForcibly);
        });
    }

    private long postmasterPid() throws Exception {
        return Long.parseLong(Files.readAllLines(postmaster()).get(0).strip());
    }

    private Path postmaster() {
        return data.resolve("postgresql").resolve("postmaster.pid");
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
