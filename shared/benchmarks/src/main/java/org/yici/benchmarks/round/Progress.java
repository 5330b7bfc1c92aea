package org.yici.benchmarks.round;

import java.util.Locale;

/** Tells whoever waits what happens, with the seconds since the start. */
public final class Progress {

    private final long begin = System.nanoTime();

    public void say(String format, Object... arguments) {
        System.out.printf(
                Locale.ROOT, "%4d s  %s%n", (System.nanoTime() - begin) / 1_000_000_000L, format.formatted(arguments));
    }
}
