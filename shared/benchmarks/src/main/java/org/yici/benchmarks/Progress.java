package org.yici.benchmarks;

import java.util.Locale;

/** Tells whoever waits what happens, with the seconds since the start. */
final class Progress {

    private final long begin = System.nanoTime();

    void say(String format, Object... arguments) {
        System.out.printf(
                Locale.ROOT, "%4d s  %s%n", (System.nanoTime() - begin) / 1_000_000_000L, format.formatted(arguments));
    }
}
