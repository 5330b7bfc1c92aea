package org.yici.donations.donation;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The connections of the group commits alone. The service's pool hands its connections to requests, and a request that
 * is cancelled in the middle can give back a connection with a transaction still open; what is committed on it afterwards
 * is lost. Nothing that a caller can cancel ever runs here.
 *
 * <p>All giving goes through these few connections, so nothing on them may wait without end.
 */
@Component
public final class GiftsDatabase implements DisposableBean {

    /**
     * One for the rounds of gifts, one for wishes beside a late round, one for gifts that are looked up; and as many in the
     * place of those whose other end is gone, until the system gives them up.
     */
    private static final int CONNECTIONS = 6;

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ACQUIRE_LIMIT = Duration.ofSeconds(10);
    private static final Duration LOCK_LIMIT = Duration.ofSeconds(10);
    private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(20);
    private static final Duration MOST_IDLE = Duration.ofMinutes(10);
    private static final String IDLE_LIMIT_MILLIS = "20000";

    private final ConnectionPool pool;
    private final DatabaseClient client;

    GiftsDatabase(
            @Value("${spring.r2dbc.url}") String url,
            @Value("${spring.r2dbc.username}") String username,
            @Value("${spring.r2dbc.password}") String password) {
        ConnectionFactory plain = ConnectionFactories.get(ConnectionFactoryOptions.parse(url)
                .mutate()
                .option(ConnectionFactoryOptions.USER, username)
                .option(ConnectionFactoryOptions.PASSWORD, password)
                .option(ConnectionFactoryOptions.CONNECT_TIMEOUT, CONNECT_LIMIT)
                .option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true)
                .option(PostgresqlConnectionFactoryProvider.LOCK_WAIT_TIMEOUT, LOCK_LIMIT)
                .option(PostgresqlConnectionFactoryProvider.STATEMENT_TIMEOUT, STATEMENT_LIMIT)
                .option(options(), Map.of("idle_in_transaction_session_timeout", IDLE_LIMIT_MILLIS))
                .build());
        this.pool = new ConnectionPool(ConnectionPoolConfiguration.builder(plain)
                .initialSize(0)
                .maxSize(CONNECTIONS)
                .maxAcquireTime(ACQUIRE_LIMIT)
                .maxCreateConnectionTime(ACQUIRE_LIMIT)
                .maxIdleTime(MOST_IDLE)
                .build());
        this.client = DatabaseClient.create(pool);
    }

    private static Option<Map<String, String>> options() {
        return PostgresqlConnectionFactoryProvider.OPTIONS;
    }

    /** Statements on these connections, each one a transaction of its own. */
    public DatabaseClient client() {
        return client;
    }

    @Override
    public void destroy() {
        pool.dispose();
    }
}
