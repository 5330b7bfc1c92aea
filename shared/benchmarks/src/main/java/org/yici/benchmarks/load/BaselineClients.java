package org.yici.benchmarks.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.yici.benchmarks.process.Line;

/** What others do: each gift is a transaction of its own, on one of many connections. */
final class BaselineClients {

    private BaselineClients() {}

    static Line run(Line order) throws SQLException, InterruptedException, ExecutionException {
        List<Connection> connections = open(order);
        long lasts = TimeUnit.MILLISECONDS.toNanos(order.whole("millis"));
        ExecutorService threads = Executors.newFixedThreadPool(connections.size());
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Latencies>> running = new ArrayList<>();
            for (Connection connection : connections) {
                Callable<Latencies> client = () -> give(connection, start, lasts);
                running.add(threads.submit(client));
            }
            start.countDown();
            Latencies all = new Latencies();
            for (Future<Latencies> client : running) {
                all.addAll(client.get());
            }
            return Line.of("baseline")
                    .with("gifts", all.count())
                    .with("per_s", all.count() / (lasts / 1e9))
                    .with("p50_ms", all.percentileMillis(50))
                    .with("p99_ms", all.percentileMillis(99));
        } finally {
            threads.shutdownNow();
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static List<Connection> open(Line order) throws SQLException {
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < order.whole("connections"); i++) {
            connections.add(DriverManager.getConnection(order.text("url"), order.text("user"), order.text("password")));
        }
        return connections;
    }

    /** A gift that has begun before the end counts, so the last one of each connection is counted a little early. */
    private static Latencies give(Connection connection, CountDownLatch start, long lasts)
            throws SQLException, InterruptedException {
        Latencies latencies = new Latencies();
        start.await();
        try (BaselineGift gift = new BaselineGift(connection)) {
            long end = System.nanoTime() + lasts;
            for (long before = System.nanoTime(); before < end; ) {
                gift.give();
                long after = System.nanoTime();
                latencies.add(after - before);
                before = after;
            }
        }
        return latencies;
    }
}
