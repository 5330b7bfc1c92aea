package org.yici.platform.staff.web;

import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/** Gives a web method its {@link StaffMember}. Without one the method is not called: whoever asks for staff gets staff. */
@Component
final class StaffMemberArgument implements HandlerMethodArgumentResolver, WebFluxConfigurer {
    private final SessionOfRequest session;

    StaffMemberArgument(SessionOfRequest session) {
        this.session = session;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(StaffMember.class);
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return session.member(exchange)
                .cast(Object.class)
                .switchIfEmpty(Mono.error(() -> new AccessDeniedException("Not signed in")));
    }
}
