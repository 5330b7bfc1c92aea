package org.yici.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import org.yici.benchmarks.process.Line;

/** What all visitors of a round of gifts share: how long it lasts, and what came of it. */
final class GiftRound {

    static final int ID_LENGTH = 36;
    private static final double NANOS_A_SECOND = 1e9;

    final SplittableRandom random = new SplittableRandom();
    final Mac signer;
    private final long lasts;
    private final int most;
    private final Latencies creating = new Latencies();
    private final Latencies notifying = new Latencies();
    private final Tally tally = new Tally();
    private final ByteArrayOutputStream ids = new ByteArrayOutputStream();
    private long begin;
    private int begun;
    private int answered;
    private int answeredInTime;

    /** @param most gifts at most, however long it takes */
    GiftRound(byte[] key, long lasts, int most) {
        this.signer = NoticeRequest.signer(key);
        this.lasts = lasts;
        this.most = most;
    }

    void begin() {
        begin = System.nanoTime();
    }

    /** Whether one more gift may begin. A gift that has begun is brought to its end. */
    boolean another() {
        return begun++ < most && System.nanoTime() - begin < lasts;
    }

    void created(long nanos) {
        creating.add(nanos);
    }

    /** A gift is in the books: so we were told. */
    void booked(byte[] id, long nanos) {
        notifying.add(nanos);
        ids.write(id, 0, ID_LENGTH);
        ids.write('\n');
        answered++;
        if (System.nanoTime() - begin <= lasts) {
            answeredInTime++;
        }
    }

    void error(String kind, String words) {
        tally.error(kind, words);
    }

    byte[] ids() {
        return ids.toByteArray();
    }

    Line result() {
        return tally.on(Line.of("gifts"))
                .with("answered", answered)
                .with("per_s", answeredInTime / (lasts / NANOS_A_SECOND))
                .with("create_p50_ms", creating.percentileMillis(50))
                .with("create_p99_ms", creating.percentileMillis(99))
                .with("notify_p50_ms", notifying.percentileMillis(50))
                .with("notify_p99_ms", notifying.percentileMillis(99));
    }
}
