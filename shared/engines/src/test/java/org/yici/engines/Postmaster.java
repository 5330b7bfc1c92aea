package org.yici.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** PostgreSQL's own note of its process, in the data folder of an edition. */
record Postmaster(Path data) {

    Path file() {
        return data.resolve("postgresql").resolve("postmaster.pid");
    }

    /** Empty when it has ended. */
    Optional<ProcessHandle> process() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file()).get(0).strip()));
    }
}
