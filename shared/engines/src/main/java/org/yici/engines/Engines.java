package org.yici.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL and Kafka on this machine, durable in one data folder and bound to the loopback address. A start after any
 * kind of end (a clean stop, kill -9, a power cut) needs no hand.
 */
public final class Engines implements AutoCloseable {

    /** The database of the embedded edition. */
    public static final String DATABASE = "yici";

    private static final Logger log = LoggerFactory.getLogger(Engines.class);

    /**
     * Whoever drops an Engines without closing it still has engines running: the garbage collector must not close the
     * lock's file and PostgreSQL's pipe behind their back.
     */
    private static final Set<Engines> RUNNING = ConcurrentHashMap.newKeySet();

    private final Path data;
    private final DataFolderLock lock;
    private @Nullable PostgresServer postgres;
    private @Nullable KafkaBroker kafka;
    private Map<String, String> properties = Map.of();

    private Engines(Path data, DataFolderLock lock) {
        this.data = data;
        this.lock = lock;
    }

    /**
     * Starts both engines at once on the folder, which is made when missing.
     *
     * @throws DataFolderInUse when another Yici runs on the folder
     * @throws EngineStartFailed when an engine does not start, with one sentence for the operator
     */
    public static Engines start(Path data) {
        return start(data, true, List.of());
    }

    /** As {@link #start}, with PostgreSQL's settings changed: {@code name=value} each. */
    static Engines startWith(Path data, List<String> settings) {
        return start(data, true, settings);
    }

    /** PostgreSQL alone, for tests that publish nothing; otherwise as {@link #start}. */
    public static Engines postgresOnly(Path data) {
        return start(data, false, List.of());
    }

    /** Refuses like {@link #start} when another Yici runs on the folder, before anything else is touched. */
    public static void refuseIfInUse(Path data) {
        Path folder = data.toAbsolutePath().normalize();
        if (Files.exists(folder)) {
            try {
                DataFolderLock.take(folder).close();
            } catch (IOException e) {
                throw new EngineStartFailed("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
            }
        }
    }

    private static Engines start(Path folder, boolean withKafka, List<String> postgresSettings) {
        Path data = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(data);
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(data.resolve("logs"));
            Engines engines = new Engines(data, DataFolderLock.take(data));
            RUNNING.add(engines);
            try {
                engines.startBoth(withKafka, postgresSettings);
                return engines;
            } catch (Throwable broken) {
                engines.close();
                throw broken;
            }
        } catch (EngineStartFailed sentence) {
            throw sentence;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineStartFailed("The start was interrupted.", e);
        } catch (Exception e) {
            throw new EngineStartFailed("The engines do not start on " + data + ": " + e, e);
        }
    }

    private void startBoth(boolean withKafka, List<String> postgresSettings) throws Exception {
        EnginesFile.remove(data);
        var kafkaStarting = withKafka ? startKafka() : CompletableFuture.<@Nullable KafkaBroker>completedFuture(null);
        try {
            postgres = PostgresServer.start(data, postgresSettings);
            Roles.grantIn(DATABASE, postgres, Passwords.in(data));
        } finally {
            kafka = joined(kafkaStarting);
        }
        properties = Map.copyOf(settingsFor(DATABASE));
        EnginesFile.write(data, properties);
    }

    private CompletableFuture<@Nullable KafkaBroker> startKafka() {
        CompletableFuture<@Nullable KafkaBroker> starting = new CompletableFuture<>();
        new Thread(
                        () -> {
                            try {
                                starting.complete(KafkaBroker.start(data));
                            } catch (Throwable broken) {
                                starting.completeExceptionally(broken);
                            }
                        },
                        "kafka-start")
                .start();
        return starting;
    }

    private static @Nullable KafkaBroker joined(CompletableFuture<@Nullable KafkaBroker> starting) {
        try {
            return starting.join();
        } catch (CompletionException broken) {
            throw new EngineStartFailed("Kafka does not start: " + broken.getCause(), broken);
        }
    }

    /**
     * The settings a service needs to use these engines: {@code yici.database.host}, {@code .port}, {@code .name},
     * {@code .password-of.<role>} for each role, and {@code yici.kafka}, the bootstrap servers.
     */
    public Map<String, String> properties() {
        return properties;
    }

    /** The same settings for another database on the same server, made with the same roles and rights. */
    Map<String, String> withDatabase(String name) {
        try {
            Roles.grantIn(name, running(), Passwords.in(data));
            return Map.copyOf(settingsFor(name));
        } catch (Exception e) {
            throw new IllegalStateException("cannot make the database " + name, e);
        }
    }

    private Map<String, String> settingsFor(String database) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("yici.database.host", PostgresServer.HOST);
        settings.put("yici.database.port", Integer.toString(running().port()));
        settings.put("yici.database.name", database);
        Passwords passwords = Passwords.in(data);
        Roles.ALL.forEach(role -> settings.put("yici.database.password-of." + role, passwords.of(role)));
        if (kafka != null) {
            settings.put("yici.kafka", kafka.bootstrapServers());
        }
        return settings;
    }

    private PostgresServer running() {
        if (postgres == null) {
            throw new IllegalStateException("PostgreSQL is not running");
        }
        return postgres;
    }

    /** Stops Kafka, then PostgreSQL, and frees the folder; one that fails to stop does not keep the other up. */
    @Override
    public void close() {
        stop("Kafka", kafka);
        stop("PostgreSQL", postgres);
        stop("engines.properties", () -> EnginesFile.remove(data));
        stop("the data folder's lock", lock);
        kafka = null;
        postgres = null;
        RUNNING.remove(this);
    }

    private static void stop(String what, @Nullable AutoCloseable part) {
        if (part == null) {
            return;
        }
        try {
            part.close();
        } catch (Exception e) {
            log.warn("{} did not stop cleanly", what, e);
        }
    }
}
