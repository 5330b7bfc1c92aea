package org.yici.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A fast lane for one address to which programs send small JSON. The work answers empty, or fails, for whatever is odd: then
 * the ordinary way gets the request with the same bytes, and says what is wrong with it.
 */
public final class PlainPost implements FastLane {

    private static final int MOST_BYTES = 8_192;
    private static final String JSON = "application/json";

    private final String path;
    private final Map<String, String> fixed;
    private final Work work;

    /** @param fixed the headers of every answer */
    public PlainPost(String path, FixedHeaders fixed, Work work) {
        this.path = path;
        this.fixed = fixed.values();
        this.work = work;
    }

    /** What is done with a request that looks ordinary so far. */
    @FunctionalInterface
    public interface Work {
        Mono<Answer> answer(ServerHttpRequest request, byte[] body);
    }

    /** @param location of what was created; null for none */
    public record Answer(HttpStatus status, @Nullable String location, String json) {}

    @Override
    public @Nullable Mono<Void> answer(ServerHttpRequest request, ServerHttpResponse response, HttpHandler ordinary) {
        if (!isPlain(request)) {
            return null;
        }
        return DataBufferUtils.join(request.getBody(), MOST_BYTES)
                .map(PlainPost::bytes)
                // Nobody is left to be answered.
                .onErrorResume(IOException.class, hungUp -> Mono.empty())
                .flatMap(body -> way(request, body, ordinary))
                .flatMap(way -> way.apply(response));
    }

    private Mono<Function<ServerHttpResponse, Mono<Void>>> way(
            ServerHttpRequest request, byte[] body, HttpHandler ordinary) {
        return Mono.defer(() -> work.answer(request, body))
                .<Function<ServerHttpResponse, Mono<Void>>>map(answer -> to -> send(answer, to))
                .onErrorResume(odd -> Mono.empty())
                .defaultIfEmpty(to -> ordinary.handle(again(request, body), to));
    }

    /** Sent by no browser of ours: without cookie or query, as JSON, of a known and small length. */
    private boolean isPlain(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        long length = headers.getContentLength();
        return request.getMethod() == HttpMethod.POST
                && path.equals(request.getURI().getRawPath())
                && request.getURI().getRawQuery() == null
                && JSON.equals(headers.getFirst(HttpHeaders.CONTENT_TYPE))
                && length > 0
                && length <= MOST_BYTES
                && !headers.containsHeader(HttpHeaders.COOKIE)
                && !headers.containsHeader(HttpHeaders.ORIGIN)
                && acceptsJson(headers.getFirst(HttpHeaders.ACCEPT));
    }

    private static boolean acceptsJson(@Nullable String accept) {
        return accept == null || accept.equals("*/*") || accept.equals(JSON);
    }

    private static byte[] bytes(DataBuffer joined) {
        byte[] bytes = new byte[joined.readableByteCount()];
        joined.read(bytes);
        DataBufferUtils.release(joined);
        return bytes;
    }

    private Mono<Void> send(Answer answer, ServerHttpResponse response) {
        byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
        HttpHeaders headers = response.getHeaders();
        response.setStatusCode(answer.status());
        if (answer.location() != null) {
            headers.set(HttpHeaders.LOCATION, answer.location());
        }
        headers.set(HttpHeaders.CONTENT_TYPE, JSON);
        headers.setContentLength(body.length);
        fixed.forEach(headers::set);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static ServerHttpRequest again(ServerHttpRequest request, byte[] body) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body));
            }
        };
    }
}
