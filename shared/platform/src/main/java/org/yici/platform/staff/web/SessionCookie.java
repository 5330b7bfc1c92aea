package org.yici.platform.staff.web;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.yici.platform.staff.SessionToken;

/**
 * The one cookie of staff. Where the public address is https it is bound to this host and to encrypted connections by
 * its very name ({@code __Host-}), and a cookie without the prefix is nobody's.
 */
@Component
final class SessionCookie {
    private static final String NAME = "yici_staff";
    private final boolean secure;

    SessionCookie(@Value("${yici.public-url}") String publicUrl) {
        this.secure = publicUrl.startsWith("https:");
    }

    /** The token that the request carries; a cookie of another shape counts as none. */
    Optional<SessionToken> in(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name());
        return cookie == null ? Optional.empty() : SessionToken.in(cookie.getValue());
    }

    void give(ServerWebExchange exchange, SessionToken token) {
        exchange.getResponse().addCookie(cookie(token.value()).build());
    }

    void takeBack(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie("").maxAge(0).build());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(name(), value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax");
    }

    private String name() {
        return secure ? "__Host-" + NAME : NAME;
    }
}
