package org.yici.platform.web;

import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Remembers a language that the reader chose with {@code ?lang=zh} or {@code ?lang=en}, for a year. */
@Component
final class LanguageChoice implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getQueryParams().containsKey(Language.PARAMETER)) {
            exchange.getResponse()
                    .addCookie(ResponseCookie.from(Language.COOKIE, Language.code(Language.of(exchange)))
                            .path("/")
                            .sameSite("Lax")
                            .maxAge(Duration.ofDays(365))
                            .build());
        }
        return chain.filter(exchange);
    }
}
