package org.yici.platform.staff.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.yici.platform.web.FixedHeaders;
import org.yici.platform.web.SecurityHeaders;
import reactor.core.publisher.Mono;

/**
 * One door for every service: staff pages and staff interfaces ask for our session, everything else is open. There is
 * no other session, no other way to sign in, and nothing of the framework's own pages.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class StaffSecurity {

    @Bean
    SecurityWebFilterChain securityWebFilterChain(
            ServerHttpSecurity http,
            SessionOfRequest session,
            SessionCsrf csrf,
            NotAllowed notAllowed,
            FixedHeaders fixed) {
        return http.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(session)
                .csrf(spec -> spec.csrfTokenRepository(csrf)
                        .csrfTokenRequestHandler(csrf)
                        .requireCsrfProtectionMatcher(csrf)
                        .accessDeniedHandler(notAllowed))
                .headers(headers -> {
                    SecurityHeaders.write(headers, fixed);
                    headers.writer(StaffSecurity::keptNowhereUnlessSaid);
                })
                .exceptionHandling(
                        spec -> spec.authenticationEntryPoint(notAllowed).accessDeniedHandler(notAllowed))
                .authorizeExchange(paths -> paths.pathMatchers(StaffPaths.DOOR)
                        .permitAll()
                        .pathMatchers(StaffPaths.BY_CODE)
                        .permitAll()
                        .pathMatchers(StaffPaths.STAFF)
                        .authenticated()
                        .anyExchange()
                        .permitAll())
                .build();
    }

    /** Staff pages and the interface are kept nowhere, unless an answer itself says for how long it may be. */
    private static Mono<Void> keptNowhereUnlessSaid(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        HttpHeaders headers = exchange.getResponse().getHeaders();
        if ((StaffPaths.isPage(exchange) || path.startsWith("/api/v1/"))
                && !headers.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return Mono.empty();
    }

    @Bean
    FixedHeaders fixedHeaders(@Value("${yici.public-url}") String publicUrl) {
        return SecurityHeaders.fixed(publicUrl.startsWith("https:"));
    }

    /** Keeps the framework from making up a user of its own. Nobody ever gets in this way. */
    @Bean
    ReactiveAuthenticationManager noOtherWayIn() {
        return authentication -> Mono.error(new BadCredentialsException("There is no other way in"));
    }

    /** Addresses that no honest client sends (encoded slashes, control characters) are unreadable requests. */
    @Bean
    ServerExchangeRejectedHandler strangeRequests() {
        return (exchange, rejected) -> Mono.error(new ResponseStatusException(HttpStatus.BAD_REQUEST, null, rejected));
    }
}
