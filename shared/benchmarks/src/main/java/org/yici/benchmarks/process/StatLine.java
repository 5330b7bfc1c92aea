package org.yici.benchmarks.process;

/** A line of {@code /proc/*}{@code /stat}: what a process or a thread has used so far. */
final class StatLine {

    /** Of the counts, on every Linux. */
    private static final double TICKS_A_SECOND = 100;

    /** Places after the name, which may hold anything. */
    private static final int UTIME = 11;

    private static final int STIME = 12;
    private static final int CUTIME = 13;
    private static final int CSTIME = 14;

    private final String[] fields;

    StatLine(String line) {
        fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
    }

    /** Seconds of processor time of its own. */
    double seconds() {
        return (ticks(UTIME) + ticks(STIME)) / TICKS_A_SECOND;
    }

    /** And those of a process's children that have ended. */
    double secondsWithEnded() {
        return seconds() + (ticks(CUTIME) + ticks(CSTIME)) / TICKS_A_SECOND;
    }

    private long ticks(int field) {
        return Long.parseLong(fields[field]);
    }
}
