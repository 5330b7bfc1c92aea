package org.yici.ledger;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
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
        inTransaction(work, true);
    }

    /** Runs in one transaction of donations-api and leaves no trace of it. */
    void tryOut(Consumer<Ledger> work) {
        inTransaction(work, false);
    }

    private void inTransaction(Consumer<Ledger> work, boolean commit) {
        var factory = connectionsOf("yici_donations");
        Connection connection = factory.create().block();
        try {
            Mono.from(connection.beginTransaction()).block();
            work.accept(new Ledger(DatabaseClient.create(new SingleConnectionFactory(connection, factory.getMetadata(), true))));
            Mono.from(commit ? connection.commitTransaction() : connection.rollbackTransaction())
                    .block();
        } finally {
            Mono.from(connection.close()).block();
        }
    }

    /** What audit() says; empty when all is right. */
    List<String> audit() {
        List<String> rows = new ArrayList<>();
        try (var connection = DriverManager.getConnection(jdbcUrl(), "yici_migrate", passwordOf("yici_migrate"));
                var found = connection.createStatement().executeQuery("select * from ledger.audit()")) {
            while (found.next()) {
                rows.add(found.getString(1) + " " + found.getString(2) + " " + found.getString(3));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
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
