package org.yici.standalone;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.yici.engines.Engines;
import org.yici.engines.EnginesFile;

/**
 * The engines that a command works on.
 *
 * @param settings where they are, as {@link Engines#properties()}
 * @param editionRuns whether somebody else runs on them, public-site included
 * @param own those started for this command alone
 */
record CommandEngines(
        Map<String, String> settings,
        boolean editionRuns,
        @Nullable Engines own) implements AutoCloseable {

    static CommandEngines of(Options options, Map<String, String> environment, boolean withKafka) throws IOException {
        Optional<Map<String, String>> running = EnginesFile.ofRunning(options.data());
        if (running.isPresent()) {
            return new CommandEngines(running.get(), true, null);
        }
        if (environment.containsKey("YICI_DATABASE_HOST")) {
            return new CommandEngines(configured(environment), true, null);
        }
        Engines own = withKafka ? Engines.start(options.data()) : Engines.postgresOnly(options.data());
        return new CommandEngines(own.properties(), false, own);
    }

    /** The split edition's environment, with one password for whichever role the command signs in as. */
    private static Map<String, String> configured(Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>();
        settings.put("yici.database.host", environment.getOrDefault("YICI_DATABASE_HOST", ""));
        settings.put("yici.database.port", environment.getOrDefault("YICI_DATABASE_PORT", "5432"));
        settings.put("yici.database.name", environment.getOrDefault("YICI_DATABASE_NAME", Engines.DATABASE));
        settings.put("yici.kafka", environment.getOrDefault("YICI_KAFKA", "127.0.0.1:9092"));
        settings.put(
                "yici.database.password-of.yici_migrate",
                environment.getOrDefault("YICI_DATABASE_MIGRATE_PASSWORD", ""));
        settings.put("yici.database.password-of.yici_site", environment.getOrDefault("YICI_DATABASE_PASSWORD", ""));
        return settings;
    }

    Connection connectAs(String role) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {setting("yici.database.host")});
        source.setPortNumbers(new int[] {Integer.parseInt(setting("yici.database.port"))});
        source.setDatabaseName(setting("yici.database.name"));
        source.setUser(role);
        source.setPassword(setting("yici.database.password-of." + role));
        return source.getConnection();
    }

    String setting(String name) {
        return Objects.requireNonNull(settings.get(name), name);
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
