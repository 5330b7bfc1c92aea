package org.yici.site;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.yici.platform.web.FixedHeaders;
import org.yici.platform.web.SecurityHeaders;

/**
 * Everything here is public and nothing can be changed by a request, so nobody signs in and no cookie is looked at.
 * Comes before any chain of the platform, whose staff sessions this service cannot read.
 */
@Configuration(proxyBeanMethods = false)
class OpenDoor {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain openToAll(ServerHttpSecurity http, FixedHeaders fixed) {
        return http.authorizeExchange(all -> all.anyExchange().permitAll())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .headers(headers -> SecurityHeaders.write(headers, fixed))
                .build();
    }
}
