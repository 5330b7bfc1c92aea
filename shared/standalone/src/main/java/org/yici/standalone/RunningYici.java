package org.yici.standalone;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.engines.Engines;

/**
 * The embedded edition, from the moment its doors are open. Closing it at any moment, also in the middle of the start,
 * ends event streams, lets running requests end, and stops the services, Kafka and PostgreSQL, in that order.
 */
public final class RunningYici implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RunningYici.class);

    private final Options options;
    private final Progress progress;
    private final ManagementDoor managementDoor;
    private final FrontDoor frontDoor;
    private final Map<String, String> properties = new TreeMap<>();
    private final Map<Service, HostedService> services = Collections.synchronizedMap(new EnumMap<>(Service.class));
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Engines engines;

    /** Opens the doors; who comes now is told that the rest is starting. */
    RunningYici(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
        managementDoor = new ManagementDoor(options.managementPort());
        try {
            frontDoor = new FrontDoor(options, progress);
        } catch (RuntimeException taken) {
            managementDoor.close();
            throw taken;
        }
    }

    /** Engines, services, the demo world when there is something to play, and then the front door for everybody. */
    void start(ServiceApps apps, DemoWorld world) throws Exception {
        progress.step("starting.engines");
        Engines started = Engines.start(options.data());
        engines = started;
        properties.putAll(started.properties());
        properties.putAll(options.settings(port()));
        progress.step("starting.services");
        apps.start(options.arguments(properties), services);
        frontDoor.behind(services);
        managementDoor.open(services);
        if (options.demo() && !world.isComplete(this)) {
            progress.step("starting.demo");
            world.play(this, progress);
        }
        frontDoor.open();
    }

    /** Of the front door. */
    public int port() {
        return frontDoor.port();
    }

    /** Of {@code /actuator}, on the loopback address. */
    public int managementPort() {
        return managementDoor.port();
    }

    /** How the public reaches the front door. */
    public String publicUrl() {
        return Objects.requireNonNull(properties.get("yici.public-url"));
    }

    /** The settings every service was given: the engines' own, and where the front door is. */
    public Map<String, String> properties() {
        return Collections.unmodifiableMap(properties);
    }

    /** The folder that everything is kept in. */
    public Path data() {
        return options.data();
    }

    /** The one bean of that type in a service's context: how the demo world reaches the use cases. */
    public <T> T bean(Service service, Class<T> type) {
        return Objects.requireNonNull(services.get(service), service.title())
                .context()
                .getBean(type);
    }

    boolean isClosing() {
        return closing.get();
    }

    void awaitClosed() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        stop("the front door", frontDoor);
        stop("the management door", managementDoor);
        for (HostedService service : List.copyOf(services.values())) {
            stop(service.context().getId(), service);
        }
        stop("the engines", engines);
        closed.countDown();
    }

    private static void stop(@Nullable String what, @Nullable AutoCloseable part) {
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
