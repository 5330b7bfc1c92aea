package org.yici.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running PostgreSQL whose life is tied to this JVM by a pipe: the end of the pipe, for whatever reason, stops it. */
final class PostgresServer implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final int ATTEMPTS = 3;
    private static final int READY_SECONDS = 300; // crash recovery of a busy database takes its time
    private static final int STOP_SECONDS = 6;

    /**
     * The shell becomes PostgreSQL and keeps its process id; a helper waits for the end of our pipe and then asks for a
     * fast shutdown.
     */
    private static final String WATCHDOG = "exec 3<&0; (cat <&3 >/dev/null 2>&1; kill -INT $$) >/dev/null 2>&1 & "
            + "exec 3<&-; exec \"$@\" </dev/null";

    private final Process process;
    private final int port;
    private final String password;

    private PostgresServer(Process process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /** @param changed settings, {@code name=value}, that stand before ours */
    static PostgresServer start(Path data, List<String> changed) throws IOException, InterruptedException {
        Passwords passwords = Passwords.in(data);
        Unprivileged user = Unprivileged.in(data);
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(PostgresBinaries.folderBeside(data));
        PostgresCluster cluster = PostgresCluster.in(data, binaries, user, passwords);
        LeftoverPostmaster.clear(cluster);
        Path logFile = data.resolve("logs").resolve("postgresql.log");
        for (int attempt = 1; ; attempt++) {
            int port = FreePorts.take(1).get(0);
            Process process = launch(command(binaries, cluster, user, port, changed), logFile);
            var server = new PostgresServer(process, port, passwords.of(Passwords.SUPERUSER));
            if (server.becomesReady()) {
                log.info("PostgreSQL {} listens on {}:{}", process.pid(), HOST, port);
                return server;
            }
            server.close();
            if (attempt == ATTEMPTS) {
                throw new EngineStartFailed("PostgreSQL does not start; the reason is at the end of " + logFile + ".");
            }
            // A backend of a killed server needs a moment to notice; or somebody took the port meanwhile.
            TimeUnit.SECONDS.sleep(attempt);
        }
    }

    private static List<String> command(
            PostgresBinaries binaries, PostgresCluster cluster, Unprivileged user, int port, List<String> changed)
            throws InterruptedException {
        List<String> command = new ArrayList<>();
        if (Command.exists("setsid")) {
            command.add("setsid"); // Ctrl-C in the terminal must not reach the database before the services
        }
        command.addAll(List.of("sh", "-c", WATCHDOG, "sh"));
        command.addAll(user.prefix());
        command.addAll(
                List.of(binaries.program("postgres"), "-D", cluster.folder().toString()));
        // Of two that name the same thing the later one counts.
        Stream.concat(PostgresSettings.on(port).stream(), changed.stream())
                .forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    private static Process launch(List<String> command, Path logFile) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .start();
    }

    int port() {
        return port;
    }

    /** A connection as superuser, for the few things that come before migrations. */
    Connection connect(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {HOST});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(Passwords.SUPERUSER);
        source.setPassword(password);
        source.setConnectTimeout(2);
        return source.getConnection();
    }

    private boolean becomesReady() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (process.isAlive() && System.nanoTime() < deadline) {
            try (Connection connection = connect("postgres")) {
                return connection.isValid(2);
            } catch (SQLException notYet) {
                if ("28P01".equals(notYet.getSQLState())) {
                    throw new EngineStartFailed(
                            "The database does not accept the password kept in passwords.properties:"
                                    + " restore that file from the backup of the data folder.",
                            notYet);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        return false;
    }

    /** Fast shutdown; after 6 s an immediate one, which the next start recovers from. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            log.warn("PostgreSQL {} does not stop: killing it", process.pid());
            if (!Command.succeeds(List.of(), "kill", "-QUIT", Long.toString(process.pid()))
                    || !process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
