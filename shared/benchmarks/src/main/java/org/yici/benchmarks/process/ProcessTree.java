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
    /** Of the counts in {@code /proc/*}{@code /stat}, on every Linux. */
    private static final double TICKS_A_SECOND = 100;

    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int CUTIME = 13;
    private static final int CSTIME = 14;

    /** Whether this system shows what a process uses. */
    public static boolean canBeSeen() {
        return Files.exists(PROC.resolve("self").resolve("smaps_rollup"));
    }

    /** Seconds of processor time so far, those of children that have ended included. */
    public double cpuSeconds() {
        return all().mapToLong(ProcessTree::ticks).sum() / TICKS_A_SECOND;
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

    private static long ticks(long pid) {
        String stat = read(pid, "stat").stream().findFirst().orElse("");
        int end = stat.lastIndexOf(')'); // of the name, which may hold anything
        if (end < 0) {
            return 0;
        }
        String[] fields = stat.substring(end + 2).split(" ");
        return Stream.of(UTIME, STIME, CUTIME, CSTIME)
                .mapToLong(field -> Long.parseLong(fields[field]))
                .sum();
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
