package org.yici.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code engines.properties} in the data folder: where the engines of a running edition listen and how to sign in, so
 * that a command, or one service started alone, can join them.
 */
public final class EnginesFile {

    private static final String PROCESS = "yici.engines.process";

    private EnginesFile() {}

    /** The settings of the edition that runs on this data folder; empty when none does (a file left by a kill is ignored). */
    public static Optional<Map<String, String>> ofRunning(Path data) throws IOException {
        Path file = in(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Map<String, String> settings = SecretFile.read(file);
        boolean alive = ProcessHandle.of(Long.parseLong(settings.getOrDefault(PROCESS, "0")))
                .filter(ProcessHandle::isAlive)
                .isPresent();
        return alive ? Optional.of(settings) : Optional.empty();
    }

    static void write(Path data, Map<String, String> settings) throws IOException {
        Map<String, String> all = new TreeMap<>(settings);
        all.put(PROCESS, Long.toString(ProcessHandle.current().pid()));
        SecretFile.write(in(data), "The engines of a running Yici; gone when it stops.", all);
    }

    static void remove(Path data) throws IOException {
        Files.deleteIfExists(in(data));
    }

    private static Path in(Path data) {
        return data.resolve("engines.properties");
    }
}
