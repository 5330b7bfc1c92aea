package org.yici.platform.facts;

import java.time.Instant;
import java.util.Map;

/**
 * A public notice while it runs, masked: the law wants it seen, and wants it gone afterwards. It travels on a compacted
 * topic and is followed by a tombstone.
 *
 * @param name masked, for example 张**
 * @param amount fen, as applied for
 */
public record RunningNotice(
        String notice,
        String kind,
        String name,
        String township,
        long amount,
        Instant postedAt,
        Instant endsAt,
        boolean objected) {

    Map<String, Object> body() {
        return Map.of(
                "notice", notice,
                "kind", kind,
                "name", name,
                "township", township,
                "amount", amount,
                "postedAt", Wire.time(postedAt),
                "endsAt", Wire.time(endsAt),
                "objected", objected);
    }
}
