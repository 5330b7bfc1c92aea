package org.yici.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * Answers the few requests that come by the thousand before the framework's filters, dispatch and codecs see them, which
 * cost several times the answer itself. A lane answers only what is wholly ordinary. Whatever is odd about a request (a
 * cookie, a bad value, a refusal) goes the ordinary way, body and all, so that refusals, languages and security live in one
 * place; and what a lane does answer is byte for byte what the ordinary way would have said.
 */
public interface FastLane {

    /**
     * @param ordinary everything behind the lanes
     * @return the answer, or null when this is not the lane's kind of request
     */
    @Nullable
    Mono<Void> answer(ServerHttpRequest request, ServerHttpResponse response, HttpHandler ordinary);
}
