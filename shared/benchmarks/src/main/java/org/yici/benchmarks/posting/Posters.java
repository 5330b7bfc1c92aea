package org.yici.benchmarks.posting;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.benchmarks.process.Line;
import org.yici.benchmarks.process.Orders;
import org.yici.ledger.Ledger;

/** The posters' process: callers who hand gifts' journals to one group commit, on one connection, as donations-api does. */
public final class Posters {

    private Posters() {}

    public static void main(String[] arguments) throws IOException {
        Orders.serve(order -> {
            ConnectionPool pool = pool(order);
            try {
                Callers callers = new Callers(new Ledger(DatabaseClient.create(pool)), order.whole("callers"));
                return callers.post(TimeUnit.MILLISECONDS.toNanos(order.whole("millis")));
            } finally {
                pool.dispose();
            }
        });
    }

    private static ConnectionPool pool(Line order) {
        ConnectionFactory plain =
                ConnectionFactories.get(ConnectionFactoryOptions.parse("r2dbc:postgresql://" + order.text("address"))
                        .mutate()
                        .option(ConnectionFactoryOptions.USER, order.text("user"))
                        .option(ConnectionFactoryOptions.PASSWORD, order.text("password"))
                        .build());
        return new ConnectionPool(ConnectionPoolConfiguration.builder(plain)
                .initialSize(0)
                .maxSize(1)
                .build());
    }
}
