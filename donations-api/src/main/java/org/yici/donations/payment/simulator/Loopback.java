package org.yici.donations.payment.simulator;

import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A simulated provider's web server, on a free port of 127.0.0.1. Each call may be struck by a {@link Fault} first. */
public final class Loopback implements AutoCloseable {

    private static final Duration HANGS = Duration.ofSeconds(60);
    private static final int SERVER_ERROR = 500;

    private final DisposableServer server;
    private final Faults faults;
    private final Function<Call, Answer> provider;

    /** @param provider answers one call; it may block for a moment, and is never asked twice at once for one connection */
    public Loopback(Faults faults, Function<Call, Answer> provider) {
        this.faults = faults;
        this.provider = provider;
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(this::answer)
                .bindNow();
    }

    /** @param target path and query as they were sent */
    @SuppressWarnings("ArrayRecordComponent") // raw bytes, as they came
    public record Call(String method, String target, HttpHeaders headers, byte[] body) {

        public String path() {
            int query = target.indexOf('?');
            return query < 0 ? target : target.substring(0, query);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // raw bytes, as they go
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        public static Answer text(int status, String contentType, String body) {
            return new Answer(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Such as {@code http://127.0.0.1:43210}. */
    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> {
                    Call call = new Call(request.method().name(), request.uri(), request.requestHeaders(), body);
                    return switch (faults.next(call.target())) {
                        case NONE -> provide(call).flatMap(answer -> send(answer, response));
                        case SERVER_ERROR -> send(Answer.text(SERVER_ERROR, "text/html", "<h1>oops</h1>"), response);
                        case HANG -> Mono.delay(HANGS).then(hangUp(request));
                        case DROP -> hangUp(request);
                        case DIE_AFTERWARDS -> provide(call).then(hangUp(request));
                    };
                });
    }

    private Mono<Answer> provide(Call call) {
        return Mono.fromCallable(() -> provider.apply(call)).subscribeOn(Schedulers.boundedElastic());
    }

    private static Mono<Void> send(Answer answer, HttpServerResponse response) {
        response.status(answer.status());
        answer.headers().forEach(response::header);
        response.header("Content-Length", Integer.toString(answer.body().length));
        return response.sendByteArray(Mono.just(answer.body())).then();
    }

    private static Mono<Void> hangUp(HttpServerRequest request) {
        return Mono.fromRunnable(() -> request.withConnection(connection -> connection.dispose()));
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
