package org.yici.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What every answer tells the browser not to do. */
public final class SecurityHeaders {
    /** Our own files only, no frame around us, no plug-in, no form that sends elsewhere, no script inside a page. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; "
            + "base-uri 'none'; form-action 'self'; object-src 'none'";

    private static final String HSTS_ONE_YEAR = "max-age=31536000";
    private static final String PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    private SecurityHeaders() {}

    /** @param https whether browsers may be told never to come by plain http again */
    public static FixedHeaders fixed(boolean https) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("X-Content-Type-Options", "nosniff");
        values.put("X-Frame-Options", "DENY");
        values.put("X-XSS-Protection", "0");
        values.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        // A receipt's address is its key: it must not travel to another site.
        values.put("Referrer-Policy", ReferrerPolicy.SAME_ORIGIN.getPolicy());
        values.put("Permissions-Policy", PERMISSIONS);
        if (https) {
            values.put("Strict-Transport-Security", HSTS_ONE_YEAR);
        }
        return new FixedHeaders(values);
    }

    /** Writes these in place of the framework's own. */
    public static void write(HeaderSpec headers, FixedHeaders fixed) {
        headers.contentTypeOptions(types -> types.disable())
                .frameOptions(frames -> frames.disable())
                .xssProtection(scripts -> scripts.disable())
                .hsts(hsts -> hsts.disable())
                .cache(cache -> cache.disable())
                // The framework always writes one, unless an answer has its own.
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .writer(exchange -> set(exchange, fixed));
    }

    /** An answer may say something stricter itself. */
    static Mono<Void> set(ServerWebExchange exchange, FixedHeaders fixed) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        return Mono.fromRunnable(() -> fixed.values().forEach((header, value) -> {
            if (!headers.containsHeader(header)) {
                headers.set(header, value);
            }
        }));
    }
}
