package org.yici.standalone;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.reactive.ReactiveWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.server.reactive.HttpHandler;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * One unchanged service, living in this JVM without a port of its own: where it would open one, it leaves its
 * {@link HttpHandler} to the front door.
 */
record HostedService(ConfigurableApplicationContext context, HttpHandler handler) implements AutoCloseable {

    private static final Duration HEALTH_TIME_LIMIT = Duration.ofSeconds(5);
    private static final String DOWN = "DOWN";

    static HostedService start(SpringApplicationBuilder app, List<String> settings) {
        AtomicReference<@Nullable HttpHandler> kept = new AtomicReference<>();
        ReactiveWebServerFactory factory = handler -> {
            kept.set(handler);
            return new NoPort();
        };
        ConfigurableApplicationContext context = app.registerShutdownHook(false)
                .initializers(starting -> ((GenericApplicationContext) starting)
                        .registerBean(ReactiveWebServerFactory.class, () -> factory))
                .run(settings.toArray(String[]::new));
        HttpHandler handler = kept.get();
        if (handler == null) {
            context.close();
            throw new IllegalStateException(context.getId() + " is not a reactive web application");
        }
        return new HostedService(context, handler);
    }

    /** The word of the service's own health endpoint; DOWN when it takes longer than 5 s. */
    Mono<String> health() {
        return Mono.fromCallable(() -> context.getBean(HealthEndpoint.class)
                        .health()
                        .getStatus()
                        .getCode())
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(HEALTH_TIME_LIMIT)
                .onErrorReturn(DOWN);
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class NoPort implements WebServer {
        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public int getPort() {
            return -1;
        }
    }
}
