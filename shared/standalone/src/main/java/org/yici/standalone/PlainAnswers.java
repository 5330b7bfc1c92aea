package org.yici.standalone;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.yici.platform.web.Problem;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What the front door answers itself, when no service is asked. */
final class PlainAnswers {

    private static final JsonMapper json = new JsonMapper();

    private PlainAnswers() {}

    /** A problem+json whose words are {@code problem.<status>} and {@code problem.title.<status>}. */
    static Mono<Void> problem(ServerHttpRequest request, ServerHttpResponse response, int status) {
        Words words = wordsFor(request);
        Problem problem = new Problem(
                "urn:yici:problem:status-" + status,
                words.say("problem.title." + status),
                status,
                words.say("problem." + status),
                "status-" + status,
                List.of());
        return write(response, status, MediaType.APPLICATION_PROBLEM_JSON, json.writeValueAsBytes(problem));
    }

    static Mono<Void> json(ServerHttpResponse response, int status, Object value) {
        return write(response, status, MediaType.APPLICATION_JSON, json.writeValueAsBytes(value));
    }

    static Mono<Void> text(ServerHttpResponse response, int status, String type, String body) {
        return write(
                response,
                status,
                new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static Words wordsFor(ServerHttpRequest request) {
        String wish = request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        return Words.wishedBy(wish == null ? "" : wish);
    }

    private static Mono<Void> write(ServerHttpResponse response, int status, MediaType type, byte[] body) {
        response.setStatusCode(HttpStatusCode.valueOf(status));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(type);
        headers.setContentLength(body.length);
        headers.setCacheControl("no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'self'");
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
