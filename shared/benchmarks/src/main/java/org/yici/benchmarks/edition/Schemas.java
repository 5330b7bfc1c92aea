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

/** Databases beside the edition's own, on the same server. */
public final class Schemas {

    private static final String LEDGER = "benchmark";

    private Schemas() {}

    /** A new one with nothing but a ledger in it, so that no relay reads what is posted. */
    public static Database ledgerBeside(Database edition) throws SQLException, IOException {
        try (Connection connection = edition.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + LEDGER);
        }
        Database database = edition.named(LEDGER);
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement();
                InputStream roles = Engines.class.getResourceAsStream("roles.sql")) {
            statement.execute(new String(Objects.requireNonNull(roles).readAllBytes(), StandardCharsets.UTF_8));
        }
        migrate(database, "ledger");
        return database;
    }

    /** As the services do when they start. */
    public static void migrate(Database database, String... schemas) {
        for (String schema : schemas) {
            Flyway.configure()
                    .dataSource(database.jdbcUrl(), Database.OWNER, database.password(Database.OWNER))
                    .schemas(schema)
                    .locations("classpath:db/" + schema)
                    .load()
                    .migrate();
        }
    }
}
