package org.yici.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Visitors at once, each on a connection of its own, all on this one thread. */
final class Crowd {

    private static final int READ_BYTES = 64 * 1024;
    private static final long LOOK_MILLIS = 100;
    /** After the visitors should have gone; longer than the platform lets anybody wait. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(40);

    private final ByteBuffer in = ByteBuffer.allocateDirect(READ_BYTES);
    private int present;

    /**
     * Opens the connections, then lets all visitors begin, and returns when the last one has had enough.
     *
     * @param begin called when all are connected, before the first request
     * @param endNanos when, by {@link System#nanoTime} from the beginning, they should have gone
     */
    void visit(int port, List<? extends Visitor> visitors, Runnable begin, long endNanos) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (Selector selector = Selector.open()) {
            List<Wire> wires = new ArrayList<>();
            for (Visitor visitor : visitors) {
                wires.add(Wire.open(address, selector, visitor));
            }
            begin.run();
            long last = System.nanoTime() + endNanos + PATIENCE_NANOS;
            for (Wire wire : wires) {
                if (wire.send()) {
                    present++;
                }
            }
            while (present > 0 && System.nanoTime() < last) {
                selector.select(this::move, LOOK_MILLIS);
            }
            for (SelectionKey late : selector.keys()) {
                if (late.isValid()) {
                    ((Wire) late.attachment()).drop("no answer");
                }
            }
        }
    }

    private void move(SelectionKey key) {
        if (!((Wire) key.attachment()).move(in)) {
            present--;
        }
    }
}
