package org.yici.standalone;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The operator's port, on the loopback address only: {@code /actuator/health} is the worst of the three services,
 * {@code /actuator/{service}/**} is that service's own {@code /actuator/**}.
 */
final class ManagementDoor implements AutoCloseable {

    private static final List<String> WORST_FIRST = List.of("DOWN", "OUT_OF_SERVICE", "UNKNOWN", "UP");
    private static final String STARTING = "OUT_OF_SERVICE";

    private final Listener listener;
    private volatile Map<Service, HostedService> services = Map.of();

    ManagementDoor(int port) {
        HttpHandler answer = this::answer;
        listener = new Listener("127.0.0.1", port, "YICI_MANAGEMENT_PORT", answer);
    }

    int port() {
        return listener.port();
    }

    void open(Map<Service, HostedService> running) {
        services = Map.copyOf(running);
    }

    private Mono<Void> answer(ServerHttpRequest request, ServerHttpResponse response) {
        List<String> segments = Addresses.segments(request.getPath());
        if (segments.equals(List.of("actuator", "health"))) {
            return health(response);
        }
        HostedService asked = segments.size() > 1 && segments.get(0).equals("actuator") ? named(segments.get(1)) : null;
        if (asked == null) {
            return PlainAnswers.problem(request, response, 404);
        }
        String path = "/actuator" + segments.stream().skip(2).map("/"::concat).reduce("", String::concat);
        return asked.handler().handle(request.mutate().path(path).build(), response);
    }

    private Mono<Void> health(ServerHttpResponse response) {
        return Flux.fromIterable(services.entrySet())
                .flatMap(one -> one.getValue()
                        .health()
                        .map(word -> Map.entry(one.getKey().title(), word)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new)
                .flatMap(words -> {
                    String worst = WORST_FIRST.stream()
                            .filter(words::containsValue)
                            .findFirst()
                            .orElse(STARTING);
                    int status = worst.equals("UP") ? 200 : 503;
                    return PlainAnswers.json(response, status, Map.of("status", worst, "services", words));
                });
    }

    private @Nullable HostedService named(String title) {
        return services.entrySet().stream()
                .filter(one -> one.getKey().title().equals(title))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        listener.close();
    }
}
