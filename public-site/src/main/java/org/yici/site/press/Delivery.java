package org.yici.site.press;

import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.yici.platform.web.PlainGet;
import reactor.core.publisher.Mono;

/** Sends a copy: zipped where the browser can, and not at all where it has the same already. */
final class Delivery {

    private Delivery() {}

    static Mono<Void> of(Copy copy, ServerWebExchange exchange) {
        PlainGet.Answer form = copy.wished(exchange.getRequest().getHeaders());
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        form.headers().forEach(headers::set);
        if (exchange.checkNotModified(Objects.requireNonNull(form.headers().get(HttpHeaders.ETAG)))) {
            headers.remove(HttpHeaders.CONTENT_TYPE);
            headers.remove(HttpHeaders.CONTENT_ENCODING);
            return response.setComplete();
        }
        headers.setContentLength(form.body().length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(form.body())));
    }
}
