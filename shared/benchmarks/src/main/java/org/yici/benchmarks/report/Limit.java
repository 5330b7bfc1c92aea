package org.yici.benchmarks.report;

import org.yici.benchmarks.round.Numbers;

/**
 * What a figure is to keep to. A figure that does not is said to be so, and is no failure: machines are noisy.
 *
 * @param figure its name
 * @param least whether the bound is a least or a most
 */
public record Limit(String figure, boolean least, double bound) {

    static Limit least(String figure, double bound) {
        return new Limit(figure, true, bound);
    }

    static Limit most(String figure, double bound) {
        return new Limit(figure, false, bound);
    }

    boolean isKept(double value) {
        return least ? value >= bound : value <= bound;
    }

    @Override
    public String toString() {
        return (least ? "≥ " : "≤ ") + Numbers.of(bound);
    }
}
