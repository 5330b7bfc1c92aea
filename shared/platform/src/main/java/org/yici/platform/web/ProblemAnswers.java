package org.yici.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** The last word on every request that failed: problem+json for programs, a page for people. */
@Component
@Order(-10)
public final class ProblemAnswers implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final Map<Integer, String> RETRY_AFTER_SECONDS = Map.of(409, "2", 429, "60", 503, "2");

    private final Problems problems;
    private final ProblemPage page;
    private final StrictJson json = new StrictJson();

    ProblemAnswers(Problems problems, ProblemPage page) {
        this.problems = problems;
        this.page = page;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        Locale locale = Language.of(exchange);
        Problem problem = problems.of(error, locale);
        note(exchange.getRequest(), problem, error);
        return answer(exchange, problem);
    }

    /** A defect is to be looked at, an outage to be known of; a refusal, even for a crowd, is nothing out of order. */
    private static void note(ServerHttpRequest request, Problem problem, Throwable error) {
        String path = request.getPath().value();
        if (error instanceof RefusedException || problem.status() < 500) {
            log.debug("{} {}: {}", request.getMethod(), path, problem.reason());
        } else if (problem.status() == 503) {
            log.warn("{} {}: {}", request.getMethod(), path, error.toString());
        } else {
            log.error("{} {}", request.getMethod(), path, error);
        }
    }

    /** Writes {@code problem} as the whole answer, in the form that the reader asked for. */
    public Mono<Void> answer(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        boolean forPeople = wantsPage(exchange);
        String body = forPeople ? page.render(problem, exchange) : json.write(problem);
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(
                forPeople
                        ? new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8)
                        : MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        String retryAfter = RETRY_AFTER_SECONDS.get(problem.status());
        if (retryAfter != null && !headers.containsHeader(HttpHeaders.RETRY_AFTER)) {
            headers.set(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        DataBuffer buffer = response.bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8));
        return response.writeWith(Mono.just(buffer));
    }

    private static boolean wantsPage(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        String accept = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE) && !path.startsWith("/api/");
    }
}
