package org.yici.benchmarks.round;

/**
 * A side and how long it takes its turn.
 *
 * @param warmUpMillis before the first round, until its code is compiled
 */
public record Turn(Side side, int warmUpMillis, int millis) {

    public String name() {
        return side.name();
    }
}
