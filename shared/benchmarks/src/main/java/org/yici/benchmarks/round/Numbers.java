package org.yici.benchmarks.round;

import java.util.Locale;

/** Figures for people: three digits that matter, whole from a thousand on. */
public final class Numbers {

    private Numbers() {}

    public static String of(double value) {
        double size = Math.abs(value);
        String form = value == Math.rint(value) || size >= 1_000
                ? "%,.0f"
                : size >= 100 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, form, value);
    }
}
