package org.yici.benchmarks.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.yici.engines.EnginesFile;

/** The database of a running embedded edition. */
public record Database(Map<String, String> settings) {

    /** Owns every table. */
    public static final String OWNER = "yici_migrate";

    private static final String SUPERUSER = "postgres";

    public static Database in(Path data) throws IOException {
        Map<String, String> settings = new TreeMap<>(EnginesFile.ofRunning(data).orElseThrow());
        Properties passwords = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("passwords.properties"))) {
            passwords.load(file);
        }
        settings.put("yici.database.password-of." + SUPERUSER, passwords.getProperty(SUPERUSER));
        return new Database(settings);
    }

    /** The same server's database of that name. */
    public Database named(String name) {
        Map<String, String> other = new TreeMap<>(settings);
        other.put("yici.database.name", name);
        return new Database(other);
    }

    public String address() {
        return setting("host") + ":" + setting("port") + "/" + setting("name");
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + address();
    }

    public String password(String role) {
        return setting("password-of." + role);
    }

    private String setting(String name) {
        String value = settings.get("yici.database." + name);
        if (value == null) {
            throw new IllegalStateException("no setting yici.database." + name);
        }
        return value;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), OWNER, password(OWNER));
    }

    public Connection connectAsSuperuser() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), SUPERUSER, password(SUPERUSER));
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The one number that a query answers. */
    public long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** So that no round pays for what another one wrote. */
    public void checkpoint() throws SQLException {
        try (Connection connection = connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }
}
