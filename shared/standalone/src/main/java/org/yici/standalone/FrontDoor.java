package org.yici.standalone;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The one port of the embedded edition: hands each request to the service that owns the address. It listens from the
 * first moment, so that whoever comes early sees how far the start has come instead of a refused connection.
 */
final class FrontDoor implements AutoCloseable {

    private static final String CALLBACKS = "callbacks";
    private static final String ACTUATOR = "actuator";

    private final StartingPage startingPage;
    private final Sinks.Empty<Void> closing = Sinks.empty();
    private final Listener listener;
    private volatile @Nullable Map<Service, HostedService> services;
    private volatile boolean open;

    FrontDoor(Options options, Progress progress) {
        startingPage = new StartingPage(progress);
        listener = new Listener(options.bind(), options.port(), "YICI_PORT", this::answer);
    }

    int port() {
        return listener.port();
    }

    /** The services are up, though not yet for the public. */
    void behind(Map<Service, HostedService> running) {
        services = Map.copyOf(running);
    }

    void open() {
        open = true;
    }

    private Mono<Void> answer(ServerHttpRequest request, ServerHttpResponse response) {
        List<String> segments = Addresses.segments(request.getPath());
        String first = segments.isEmpty() ? "" : segments.get(0);
        if (first.equals(ACTUATOR)) {
            return PlainAnswers.problem(request, response, 404);
        }
        Map<Service, HostedService> running = services;
        if (running == null || (!open && !first.equals(CALLBACKS))) {
            return startingPage.answer(request, response);
        }
        HostedService owner = running.get(Addresses.ownerOf(segments));
        if (owner == null) {
            return PlainAnswers.problem(request, response, 404);
        }
        Mono<Void> answer = owner.handler().handle(request, response);
        return request.getMethod() == HttpMethod.GET ? answer.takeUntilOther(endOfStreams(response)) : answer;
    }

    /** An event stream has no end of its own; at the shutdown it gets one, and its reader reconnects later. */
    private Mono<Boolean> endOfStreams(ServerHttpResponse response) {
        return closing.asMono()
                .thenReturn(true)
                .filter(any -> isEventStream(response))
                .switchIfEmpty(Mono.never());
    }

    private static boolean isEventStream(ServerHttpResponse response) {
        return MediaType.TEXT_EVENT_STREAM.isCompatibleWith(
                response.getHeaders().getContentType());
    }

    @Override
    public void close() {
        closing.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
        listener.close();
    }
}
