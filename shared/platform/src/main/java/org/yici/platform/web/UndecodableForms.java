package org.yici.platform.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * A form in which a percent sign encodes nothing is the sender's fault (400), not a defect of ours. A filter, because the
 * exchange ignores a form reader of ours in favour of the framework's.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UndecodableForms implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(new ServerWebExchangeDecorator(exchange) {
            @Override
            public Mono<MultiValueMap<String, String>> getFormData() {
                return super.getFormData()
                        .onErrorMap(
                                IllegalArgumentException.class,
                                undecodable ->
                                        new ServerWebInputException("The form cannot be read", null, undecodable));
            }
        });
    }
}
