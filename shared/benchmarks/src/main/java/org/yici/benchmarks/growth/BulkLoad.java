package org.yici.benchmarks.growth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.yici.benchmarks.edition.Database;

/** Much SQL at once: several connections as superuser, no triggers, few checkpoints. Closing it sets the server right again. */
final class BulkLoad implements AutoCloseable {

    private static final int CONNECTIONS = 2;
    private static final long PART = 100_000;
    private static final List<String> FEW_CHECKPOINTS = List.of(
            "max_wal_size = '8GB'",
            "checkpoint_timeout = '30min'",
            "autovacuum = off",
            "maintenance_work_mem = '256MB'");

    private final Database database;
    private final long gifts;
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);

    private BulkLoad(Database database, long gifts) {
        this.database = database;
        this.gifts = gifts;
    }

    static BulkLoad begin(Database database, long gifts) throws SQLException {
        List<String> settings = new ArrayList<>();
        FEW_CHECKPOINTS.forEach(setting -> settings.add("alter system set " + setting));
        settings.add("select pg_reload_conf()");
        execute(database, settings);
        return new BulkLoad(database, gifts);
    }

    /** A file's statements, together. */
    void once(String file) throws IOException, SQLException {
        execute(database, List.of(sql(file)));
    }

    /** The same for the gifts from one to another, part by part. */
    void inParts(String file, long from, long to) throws IOException, InterruptedException, ExecutionException {
        String sql = sql(file);
        List<Callable<Void>> parts = new ArrayList<>();
        for (long first = from; first <= to; first += PART) {
            String part = sql.replace(":first", Long.toString(first))
                    .replace(":last", Long.toString(Math.min(to, first + PART - 1)));
            parts.add(() -> execute(database, List.of("set synchronous_commit = off", part)));
        }
        for (Future<Void> part : threads.invokeAll(parts)) {
            part.get();
        }
    }

    /** As autovacuum would have left the tables of these schemas. */
    void vacuum(List<String> schemas) throws SQLException {
        List<String> vacuums = new ArrayList<>();
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select format('vacuum (analyze) %I.%I', schemaname, tablename)"
                        + " from pg_tables where schemaname in ('" + String.join("','", schemas) + "')")) {
            while (rows.next()) {
                vacuums.add(rows.getString(1));
            }
        }
        execute(database, vacuums);
    }

    /** Copies the whole database, which nobody else may be connected to. */
    void copyAs(String name) throws SQLException {
        execute(database.named("postgres"), List.of("create database " + name + " template yici strategy file_copy"));
    }

    private String sql(String file) throws IOException {
        try (InputStream in = BulkLoad.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
                    .replace(":journals", Long.toString(gifts));
        }
    }

    private static Void execute(Database database, List<String> sql) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String one : sql) {
                statement.execute(one);
            }
        }
        return null;
    }

    @Override
    public void close() throws SQLException {
        threads.shutdownNow();
        execute(database, List.of("alter system reset all", "select pg_reload_conf()", "checkpoint"));
    }
}
