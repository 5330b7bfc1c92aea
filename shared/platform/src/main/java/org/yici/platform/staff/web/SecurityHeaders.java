package org.yici.platform.staff.web;

import org.springframework.http.HttpHeaders;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What every answer tells the browser not to do. */
final class SecurityHeaders {
    /** Our own files only, no frame around us, no plug-in, no form that sends elsewhere, no script inside a page. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; "
            + "base-uri 'none'; form-action 'self'; object-src 'none'";

    private static final String HSTS_ONE_YEAR = "max-age=31536000";
    private static final String PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    private SecurityHeaders() {}

    static void write(HeaderSpec headers, boolean https) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                // A receipt's address is its key: it must not travel to another site.
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicy(permissions -> permissions.policy(PERMISSIONS))
                .hsts(hsts -> hsts.disable())
                .cache(cache -> cache.disable())
                .writer(SecurityHeaders::keptNowhereUnlessSaid);
        if (https) {
            headers.writer(exchange -> set(exchange, "Strict-Transport-Security", HSTS_ONE_YEAR));
        }
    }

    /** Staff pages and the interface are kept nowhere, unless an answer itself says for how long it may be. */
    private static Mono<Void> keptNowhereUnlessSaid(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        boolean guarded = StaffPaths.isPage(exchange) || path.startsWith("/api/v1/");
        HttpHeaders headers = exchange.getResponse().getHeaders();
        return guarded && !headers.containsHeader(HttpHeaders.CACHE_CONTROL)
                ? set(exchange, HttpHeaders.CACHE_CONTROL, "no-store")
                : Mono.empty();
    }

    private static Mono<Void> set(ServerWebExchange exchange, String header, String value) {
        return Mono.fromRunnable(() -> exchange.getResponse().getHeaders().set(header, value));
    }
}
