package org.yici.benchmarks;

import org.yici.benchmarks.side.Side;

/**
 * A side and how long it takes its turn.
 *
 * @param warmUpMillis before the first round, until its code is compiled
 */
record Turn(Side side, int warmUpMillis, int millis) {

    String name() {
        return side.name();
    }
}
