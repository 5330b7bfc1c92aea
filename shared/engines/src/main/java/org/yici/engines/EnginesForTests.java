package org.yici.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The real engines for the tests of one module: started once in the test's JVM, on first use, under {@code target/}, and
 * stopped with it. Each test class asks for a database of its own:
 *
 * <pre>{@code
 * @DynamicPropertySource
 * static void engines(DynamicPropertyRegistry registry) {
 *     EnginesForTests.freshDatabase().forEach((name, value) -> registry.add(name, () -> value));
 * }
 * }</pre>
 */
public final class EnginesForTests {

    /** These engines are thrown away with their JVM: nothing waits for the disk. What survives a kill, others test. */
    private static final List<String> NOT_KEPT = List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");

    private static final AtomicInteger databases = new AtomicInteger();
    private static @Nullable Engines engines;

    private EnginesForTests() {}

    /** PostgreSQL and Kafka of this test JVM. */
    public static synchronized Engines shared() {
        if (engines == null) {
            Engines started = Engines.startWith(ownFolder(), NOT_KEPT);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop-engines"));
            engines = started;
        }
        return engines;
    }

    /**
     * Settings (as {@link Engines#properties()}) that name a new, empty database {@code yici_<n>}, owned by
     * {@code yici_migrate}. Kafka is the same for all of them.
     */
    public static Map<String, String> freshDatabase() {
        return shared().withDatabase("yici_" + databases.incrementAndGet());
    }

    /** By process id, so that two builds of one checkout do not meet; what earlier runs left is removed. */
    private static Path ownFolder() {
        Path parent = Path.of("target", "engines-for-tests").toAbsolutePath();
        try {
            Files.createDirectories(parent);
            try (var earlier = Files.list(parent)) {
                for (Path folder : earlier.filter(EnginesForTests::isOver).toList()) {
                    FileTree.delete(folder);
                }
            }
            return parent.resolve(Long.toString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOver(Path folder) {
        return ProcessHandle.of(Long.parseLong(folder.getFileName().toString())).isEmpty();
    }
}
