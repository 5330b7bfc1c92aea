package org.yici.benchmarks.load;

import java.util.Arrays;

/** How long each answer took. Every one is kept, so a percentile is exact. */
public final class Latencies {

    private static final int FIRST_ROOM = 1 << 16;
    private static final long NANOS_A_MICRO = 1_000;
    private static final double MICROS_A_MILLI = 1_000;

    private int[] micros = new int[FIRST_ROOM];
    private int count;

    public void add(long nanos) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, 2 * count);
        }
        micros[count++] = (int) Math.min(nanos / NANOS_A_MICRO, Integer.MAX_VALUE);
    }

    public void addAll(Latencies others) {
        for (int i = 0; i < others.count; i++) {
            add(others.micros[i] * NANOS_A_MICRO);
        }
    }

    public int count() {
        return count;
    }

    /**
     * The least time, in milliseconds, that at least this share of all answers kept to; 0 when there were none.
     *
     * @param percent over 0, at most 100
     */
    public double percentileMillis(double percent) {
        if (count == 0) {
            return 0;
        }
        int[] sorted = Arrays.copyOf(micros, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * count);
        return sorted[rank - 1] / MICROS_A_MILLI;
    }
}
