package org.yici.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code postmaster.pid} of an earlier run may mean. The process is gone: PostgreSQL itself checks that no backend
 * is left and removes the file. It still runs (its JVM was killed a moment ago, or its watchdog too): it is asked to stop
 * and awaited. The number belongs to a stranger by now, or to a dead process that nobody buried: PostgreSQL would refuse to
 * start, so the number is replaced by one that no process has. The file stays, because it also names the shared memory by
 * which PostgreSQL finds out whether a backend of the earlier run is still writing.
 */
final class LeftoverPostmaster {

    private static final Logger log = LoggerFactory.getLogger(LeftoverPostmaster.class);
    private static final int STOP_SECONDS = 30;
    private static final String NO_PROCESS = Integer.toString(Integer.MAX_VALUE);

    private LeftoverPostmaster() {}

    static void clear(PostgresCluster cluster) throws IOException, InterruptedException {
        Path file = cluster.folder().resolve("postmaster.pid");
        Optional<ProcessHandle> process = process(file);
        if (process.isEmpty()) {
            return;
        }
        if (serves(process.get(), cluster.folder())) {
            stop(process.get(), cluster);
        } else {
            log.warn(
                    "{} names process {}, which is not a running PostgreSQL",
                    file,
                    process.get().pid());
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            lines.set(0, NO_PROCESS);
            Files.write(file, lines);
        }
    }

    private static Optional<ProcessHandle> process(Path file) throws IOException {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,10}")) {
            Files.deleteIfExists(file); // empty or torn: written when the machine failed
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
    }

    private static boolean serves(ProcessHandle process, Path folder) {
        boolean postgres = process.info().command().orElse("").endsWith("/postgres");
        return postgres
                && process.info()
                        .arguments()
                        .map(arguments -> Arrays.asList(arguments).contains(folder.toString()))
                        .orElse(true);
    }

    private static void stop(ProcessHandle process, PostgresCluster cluster) throws IOException, InterruptedException {
        log.warn("PostgreSQL {} of an earlier run is still on {}: stopping it", process.pid(), cluster.folder());
        boolean asked = Command.succeeds(List.of(), "kill", "-INT", Long.toString(process.pid()));
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new EngineStartFailed(
                    "PostgreSQL (process " + process.pid() + ", asked: " + asked + ") of an earlier run does not leave "
                            + cluster.folder() + ": stop it by hand.",
                    e);
        }
    }
}
