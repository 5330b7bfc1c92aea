package org.yici.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The whole machine, as Linux counts it in {@code /proc/stat}. */
public final class Machine {

    private static final Path STAT = Path.of("/proc/stat");
    private static final double TICKS_A_SECOND = 100;
    /** user, nice, system; then idle and waiting for a disk; then interrupts, and what a host took away. */
    private static final int[] BUSY = {1, 2, 3, 6, 7, 8};

    private Machine() {}

    /** Of all processors together, since the machine's start; 0 on another system. */
    public static double busySeconds() {
        try {
            String[] fields = Files.readAllLines(STAT).get(0).split(" +");
            long ticks = 0;
            for (int field : BUSY) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks / TICKS_A_SECOND;
        } catch (IOException anotherSystem) {
            return 0;
        }
    }
}
