package org.yici.benchmarks.load;

import java.util.SplittableRandom;
import org.yici.benchmarks.process.Line;

/** What all visitors of a round of pages share: how long it lasts, and what came of it. */
final class PageRound {

    private static final double NANOS_A_SECOND = 1e9;

    final SplittableRandom random = new SplittableRandom();
    private final long lasts;
    private final Latencies latencies = new Latencies();
    private final Tally tally = new Tally();
    private long begin;
    private int inTime;
    private long bytes;

    PageRound(long lasts) {
        this.lasts = lasts;
    }

    void begin() {
        begin = System.nanoTime();
    }

    boolean isOver() {
        return System.nanoTime() - begin >= lasts;
    }

    void seen(int length, long nanos) {
        latencies.add(nanos);
        bytes += length;
        if (!isOver()) {
            inTime++;
        }
    }

    void error(String kind, String words) {
        tally.error(kind, words);
    }

    Line result() {
        return tally.on(Line.of("pages"))
                .with("per_s", inTime / (lasts / NANOS_A_SECOND))
                .with("bytes", latencies.count() == 0 ? 0 : bytes / latencies.count())
                .with("p50_ms", latencies.percentileMillis(50))
                .with("p99_ms", latencies.percentileMillis(99));
    }
}
