package org.yici.platform.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** A fast lane for what is kept ready as bytes and looked at by thousands. */
public final class PlainGet implements FastLane {

    /** With any of these an answer depends on more than its address, language and encoding. */
    private static final List<String> CONDITIONS = List.of(
            HttpHeaders.COOKIE,
            HttpHeaders.ORIGIN,
            HttpHeaders.RANGE,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_UNMODIFIED_SINCE);

    private final Map<String, String> fixed;
    private final Shelf shelf;

    /** @param fixed the headers of every answer */
    public PlainGet(FixedHeaders fixed, Shelf shelf) {
        this.fixed = fixed.values();
        this.shelf = shelf;
    }

    /** Where the answers lie ready. */
    @FunctionalInterface
    public interface Shelf {

        /**
         * @param path as it was sent, without a query
         * @return null when nothing current lies here for the path
         */
        @Nullable
        Answer at(String path, HttpHeaders wishes);
    }

    /** @param headers all but those of every answer and the length */
    public record Answer(Map<String, String> headers, byte[] body) {}

    @Override
    public @Nullable Mono<Void> answer(ServerHttpRequest request, ServerHttpResponse response, HttpHandler ordinary) {
        if (!isPlain(request)) {
            return null;
        }
        Answer ready = shelf.at(request.getURI().getRawPath(), request.getHeaders());
        return ready == null ? null : send(ready, response);
    }

    private static boolean isPlain(ServerHttpRequest request) {
        if (request.getMethod() != HttpMethod.GET || request.getURI().getRawQuery() != null) {
            return false;
        }
        HttpHeaders headers = request.getHeaders();
        for (String condition : CONDITIONS) {
            if (headers.containsHeader(condition)) {
                return false;
            }
        }
        return true;
    }

    private Mono<Void> send(Answer ready, ServerHttpResponse response) {
        HttpHeaders headers = response.getHeaders();
        response.setStatusCode(HttpStatus.OK);
        fixed.forEach(headers::set);
        ready.headers.forEach(headers::set);
        headers.setContentLength(ready.body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(ready.body)));
    }
}
