package org.yici.benchmarks.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Two benchmarks at once on one machine would measure each other: the second one waits until the first one's process ends. */
public final class OneAtATime {

    private static final String FILE = "yici-benchmark.lock";

    /** Held to the end; one that nobody holds would be closed by the garbage collector. */
    private static @Nullable FileLock held;

    private OneAtATime() {}

    /** @param waiting called when another one runs */
    public static synchronized void await(Runnable waiting) throws IOException {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), FILE);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        held = channel.tryLock();
        if (held == null) {
            waiting.run();
            held = channel.lock();
        }
    }
}
