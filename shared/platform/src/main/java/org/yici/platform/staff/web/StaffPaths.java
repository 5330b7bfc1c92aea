package org.yici.platform.staff.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/** Which addresses are for staff alone. Everything else is open, unless its method asks for a {@code StaffMember}. */
final class StaffPaths {
    static final String LOGIN = "/staff/login";
    static final String LOGOUT = "/staff/logout";
    static final String SESSION = "/api/v1/staff/session";
    static final String HOME = "/staff";

    /** Open although they lie below a path of {@link #STAFF}: here one becomes staff, or stops being it. */
    static final String[] DOOR = {LOGIN, SESSION};

    /** Open as well: a household comes with its code, and has no account. */
    static final String[] BY_CODE = {"/api/v1/applications/by-code", "/api/v1/applications/by-code/**"};

    static final String[] STAFF = {
        "/staff/**",
        "/api/v1/staff/**",
        "/api/v1/households/**",
        "/api/v1/crosschecks/**",
        "/api/v1/programmes/**",
        "/api/v1/applications/**",
        "/api/v1/awards/**",
        "/api/v1/payouts/**"
    };

    private StaffPaths() {}

    static boolean isPage(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return path.equals(HOME) || path.startsWith(HOME + "/");
    }

    /** Whether a person looks at the answer, and a page helps more than a problem. */
    static boolean isRead(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String accept = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getPath().value().startsWith("/api/");
    }

    static boolean isUnsafe(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        return !(HttpMethod.GET.equals(method)
                || HttpMethod.HEAD.equals(method)
                || HttpMethod.OPTIONS.equals(method)
                || HttpMethod.TRACE.equals(method));
    }
}
