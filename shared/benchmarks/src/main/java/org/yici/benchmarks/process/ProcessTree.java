package org.yici.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process and all that came from it, as Linux counts them in {@code /proc}. On another system everything is zero
 * ({@link #canBeSeen}).
 */
public record ProcessTree(long pid) {

    private static final Path PROC = Path.of("/proc");

    /** Whether this system shows what a process uses. */
    public static boolean canBeSeen() {
        return Files.exists(PROC.resolve("self").resolve("smaps_rollup"));
    }

    /** Seconds of processor time so far, those of children that have ended included. */
    public double cpuSeconds() {
        return all().flatMap(pid -> read(pid, "stat").stream().limit(1))
                .mapToDouble(line -> new StatLine(line).secondsWithEnded())
                .sum();
    }

    /** Proportional set size: memory that is shared counts once, however many share it. */
    public double pssMegabytes() {
        return all().mapToLong(ProcessTree::pssKilobytes).sum() / 1024.0;
    }

    private Stream<Long> all() {
        return ProcessHandle.of(pid).stream()
                .flatMap(top -> Stream.concat(Stream.of(top), top.descendants()))
                .map(ProcessHandle::pid);
    }

    private static long pssKilobytes(long pid) {
        return read(pid, "smaps_rollup").stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Nothing of a process that has just ended. */
    private static List<String> read(long pid, String file) {
        try {
            return Files.readAllLines(PROC.resolve(Long.toString(pid)).resolve(file));
        } catch (IOException ended) {
            return List.of();
        }
    }
}
