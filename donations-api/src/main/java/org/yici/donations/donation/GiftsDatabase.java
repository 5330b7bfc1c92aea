package org.yici.donations.donation;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The connections of the group commits alone. The service's pool hands its connections to requests, and a request that
 * is cancelled in the middle can give back a connection with a transaction still open; what is committed on it afterwards
 * is lost. Nothing that a caller can cancel ever runs here.
 */
@Component
public final class GiftsDatabase implements DisposableBean {

    /** One for gifts that are made, one for gifts that are paid. */
    private static final int CONNECTIONS = 2;

    private static final String IDLE_LIMIT_MILLIS = "20000";

    private final ConnectionPool pool;
    private final DatabaseClient client;
    private final TransactionalOperator transactions;

    GiftsDatabase(
            @Value("${spring.r2dbc.url}") String url,
            @Value("${spring.r2dbc.username}") String username,
            @Value("${spring.r2dbc.password}") String password) {
        ConnectionFactory plain = ConnectionFactories.get(ConnectionFactoryOptions.parse(url)
                .mutate()
                .option(ConnectionFactoryOptions.USER, username)
                .option(ConnectionFactoryOptions.PASSWORD, password)
                .option(options(), Map.of("idle_in_transaction_session_timeout", IDLE_LIMIT_MILLIS))
                .build());
        this.pool = new ConnectionPool(ConnectionPoolConfiguration.builder(plain)
                .initialSize(0)
                .maxSize(CONNECTIONS)
                .build());
        this.client = DatabaseClient.create(pool);
        this.transactions = TransactionalOperator.create(new R2dbcTransactionManager(pool));
    }

    private static Option<Map<String, String>> options() {
        return PostgresqlConnectionFactoryProvider.OPTIONS;
    }

    /** Statements on these connections; inside {@link #inOne} on the transaction's own. */
    public DatabaseClient client() {
        return client;
    }

    /** One transaction; an error rolls it back. */
    public <T> Mono<T> inOne(Supplier<Mono<T>> work) {
        return transactions.execute(transaction -> Mono.defer(work)).single();
    }

    @Override
    public void destroy() {
        pool.dispose();
    }
}
