package org.yici.platform.staff.web;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import org.yici.platform.staff.SessionToken;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/**
 * What a page knows of the person: {@code csrf}, the token for its forms, and on staff pages {@code staff}. Both are
 * found out only when a page is drawn; where there is nothing to know, the name stays empty.
 */
@ControllerAdvice
final class StaffPageModel {
    private final SessionCookie cookie;
    private final SessionOfRequest session;

    StaffPageModel(SessionCookie cookie, SessionOfRequest session) {
        this.cookie = cookie;
        this.session = session;
    }

    @ModelAttribute("csrf")
    Mono<String> csrf(ServerWebExchange exchange) {
        return Mono.justOrEmpty(cookie.in(exchange).map(SessionToken::csrf));
    }

    @ModelAttribute("staff")
    Mono<StaffMember> staff(ServerWebExchange exchange) {
        return StaffPaths.isPage(exchange) ? session.member(exchange) : Mono.empty();
    }
}
