package org.yici.benchmarks.load;

import java.util.SplittableRandom;
import java.util.UUID;

/** An id as gifts have it: time-ordered (UUID version 7). */
public final class TimeOrderedId {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedId() {}

    public static UUID next(SplittableRandom random) {
        long high = System.currentTimeMillis() << 16 | VERSION_7 | random.nextInt(0x1000);
        return new UUID(high, VARIANT | random.nextLong() >>> 2);
    }
}
