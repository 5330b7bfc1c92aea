package org.yici.benchmarks.edition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.yici.engines.Engines;

/** A second database on the edition's own server with nothing but a ledger in it, so that no relay reads what is posted. */
public final class LedgerDatabase {

    private static final String NAME = "benchmark";

    private LedgerDatabase() {}

    /** Makes it with the edition's roles, rights and migrations. */
    public static Database besides(Database edition) throws SQLException, IOException {
        try (Connection connection = edition.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + NAME);
        }
        Database database = edition.named(NAME);
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement();
                InputStream roles = Engines.class.getResourceAsStream("roles.sql")) {
            statement.execute(new String(Objects.requireNonNull(roles).readAllBytes(), StandardCharsets.UTF_8));
        }
        Flyway.configure()
                .dataSource(database.jdbcUrl(), Database.OWNER, database.password(Database.OWNER))
                .schemas("ledger")
                .locations("classpath:db/ledger")
                .load()
                .migrate();
        return database;
    }
}
