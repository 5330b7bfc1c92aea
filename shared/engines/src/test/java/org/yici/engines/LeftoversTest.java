package org.yici.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edition leaves behind, in the data folder and among the processes. */
class LeftoversTest {

    @TempDir
    Path data;

    @Test
    void postgres_goes_when_its_jvm_is_killed() throws Exception {
        OtherJvm other = OtherJvm.keepsWord(data, "one");
        ProcessHandle postgres = new Postmaster(data).process().orElseThrow();
        other.kill();
        assertThat(postgres.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void half_made_files_and_a_reused_process_number_are_no_obstacle() throws Exception {
        Engines.postgresOnly(data).close();
        Files.writeString(new Postmaster(data).file(), ProcessHandle.current().pid() + "\n" + data + "\n");
        Files.createDirectories(data.resolve("kafka.new").resolve("half"));
        Files.createDirectories(data.resolve("postgresql.new").resolve("half"));
        Files.writeString(data.resolve("initdb.password"), "left");
        Engines.start(data).close();
    }

    @Test
    void an_empty_postmaster_file_is_no_obstacle() throws Exception {
        Engines.postgresOnly(data).close();
        Files.createFile(new Postmaster(data).file());
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
}
