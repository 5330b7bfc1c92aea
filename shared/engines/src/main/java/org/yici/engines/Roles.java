package org.yici.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/**
 * Who may do what before the first migration. The rights stand in {@code shared/deploy/roles.sql}, the same file that a
 * database administrator runs for the split edition; here only the passwords are added.
 */
final class Roles {

    /** Owns the database and everything in it; migrations run as this role and nothing else does. */
    static final String MIGRATE = "yici_migrate";

    static final String DONATIONS = "yici_donations";
    static final String DISBURSEMENT = "yici_disbursement";
    static final String SITE = "yici_site";
    static final List<String> ALL = List.of(MIGRATE, DONATIONS, DISBURSEMENT, SITE);

    private Roles() {}

    /** Creates the database when it is missing and brings roles, rights and passwords to what they should be. */
    static void grantIn(String database, PostgresServer server, Passwords passwords) throws SQLException, IOException {
        try (Connection connection = server.connect("postgres")) {
            if (!exists(database, connection)) {
                execute(
                        connection,
                        "create database " + connection.createStatement().enquoteIdentifier(database, true));
            }
        }
        try (Connection connection = server.connect(database)) {
            connection.setAutoCommit(false);
            execute(connection, rolesSql());
            for (String role : ALL) {
                String password = connection.createStatement().enquoteLiteral(passwords.of(role));
                execute(connection, "alter role " + role + " password " + password);
            }
            connection.commit();
        }
    }

    private static boolean exists(String database, Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, database);
            return query.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String rolesSql() throws IOException {
        try (InputStream file = Roles.class.getResourceAsStream("roles.sql")) {
            return new String(Objects.requireNonNull(file, "roles.sql").readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
