package org.yici.platform.staff.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffReason;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** What somebody hears who may not: people are shown the door, programs get a problem. */
@Component
final class NotAllowed implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    /** Not signed in. */
    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException unknown) {
        ServerHttpResponse response = exchange.getResponse();
        if (exchange.getRequest().getHeaders().containsHeader("HX-Request")) {
            // A fragment would put the sign-in page into the middle of another: htmx follows this as a whole page.
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            response.getHeaders().set("HX-Redirect", StaffPaths.LOGIN);
            return response.setComplete();
        }
        if (StaffPaths.isRead(exchange)) {
            response.setStatusCode(HttpStatus.SEE_OTHER);
            response.getHeaders().setLocation(URI.create(StaffPaths.LOGIN + "?next=" + wayBack(exchange)));
            return response.setComplete();
        }
        return Mono.error(new RefusedException(Refusal.because(StaffReason.NOT_SIGNED_IN)));
    }

    /** Signed in, or carrying a session's cookie, and still not allowed. */
    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        StaffReason reason = denied instanceof CsrfException ? StaffReason.CSRF : StaffReason.ROLE;
        return Mono.error(new RefusedException(Refusal.because(reason)));
    }

    /** The page that was asked for. A form that was sent is not sent again: its reader starts at home. */
    private static String wayBack(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        boolean page = HttpMethod.GET.equals(request.getMethod());
        String query = request.getURI().getRawQuery();
        String address = request.getPath().value() + (query == null ? "" : "?" + query);
        return URLEncoder.encode(page ? address : StaffPaths.HOME, StandardCharsets.UTF_8);
    }
}
