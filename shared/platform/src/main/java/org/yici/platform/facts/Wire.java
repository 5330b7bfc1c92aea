package org.yici.platform.facts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The public formats' ways of writing: RFC 3339 in UTC, always with milliseconds. */
public final class Wire {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** The version of the envelopes in Kafka. */
    static final int VERSION = 1;

    private Wire() {}

    public static String time(Instant at) {
        return TIME.format(at);
    }
}
