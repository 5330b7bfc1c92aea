package org.yici.ledger;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.reactivestreams.Publisher;
import org.springframework.r2dbc.connection.SingleConnectionFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.engines.EnginesForTests;
import reactor.core.publisher.Mono;

/** A new, empty ledger in real PostgreSQL, and ways into it by role. */
final class Books {

    private final Map<String, String> settings = EnginesForTests.freshDatabase();

    Books() {
        Flyway.configure()
                .dataSource(jdbcUrl(), "yici_migrate", passwordOf("yici_migrate"))
                .locations("classpath:db/ledger")
                .schemas("ledger")
                .load()
                .migrate();
    }

    PostgresqlConnectionFactory connectionsOf(String role) {
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(settings.get("yici.database.host"))
                .port(Integer.parseInt(settings.get("yici.database.port")))
                .database(settings.get("yici.database.name"))
                .username(role)
                .password(passwordOf(role))
                .build());
    }

    /** Runs in one transaction of donations-api and commits. */
    void commit(Consumer<Ledger> work) {
        inTransaction("yici_donations", (ledger, database) -> work.accept(ledger), Connection::commitTransaction);
    }

    /** Runs in one transaction of donations-api and leaves no trace of it. */
    void tryOut(Consumer<Ledger> work) {
        inTransaction("yici_donations", (ledger, database) -> work.accept(ledger), Connection::rollbackTransaction);
    }

    /** As {@link #tryOut}, by the one role that may run the audit. */
    void tryOutAsOwner(BiConsumer<Ledger, DatabaseClient> work) {
        inTransaction("yici_migrate", work, Connection::rollbackTransaction);
    }

    private void inTransaction(
            String role, BiConsumer<Ledger, DatabaseClient> work, Function<Connection, Publisher<Void>> end) {
        var factory = connectionsOf(role);
        Connection connection = factory.create().block();
        try {
            Mono.from(connection.beginTransaction()).block();
            var database = DatabaseClient.create(new SingleConnectionFactory(connection, factory.getMetadata(), true));
            work.accept(new Ledger(database), database);
            Mono.from(end.apply(connection)).block();
        } finally {
            Mono.from(connection.close()).block();
        }
    }

    /** What audit() says; empty when all is right. */
    List<String> audit() {
        List<String> rows = new ArrayList<>();
        inTransaction(
                "yici_migrate", (ledger, database) -> rows.addAll(audit(database)), Connection::rollbackTransaction);
        return rows;
    }

    static List<String> audit(DatabaseClient database) {
        return database.sql("select concat_ws(' ', check_name, sequence, detail) as found from ledger.audit()")
                .map(row -> row.get("found", String.class))
                .all()
                .collectList()
                .block();
    }

    void execute(String role, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl(), role, passwordOf(role));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String passwordOf(String role) {
        return settings.get("yici.database.password-of." + role);
    }

    private String jdbcUrl() {
        return "jdbc:postgresql://%s:%s/%s"
                .formatted(
                        settings.get("yici.database.host"),
                        settings.get("yici.database.port"),
                        settings.get("yici.database.name"));
    }
}
