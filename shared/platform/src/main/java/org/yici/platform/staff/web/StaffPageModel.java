package org.yici.platform.staff.web;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import org.yici.platform.staff.SessionToken;
import reactor.core.publisher.Mono;

/** What a page knows of the person: {@code csrf}, the token for its forms, and on staff pages {@code staff}. */
@ControllerAdvice
final class StaffPageModel {
    private final SessionCookie cookie;
    private final SessionOfRequest session;

    StaffPageModel(SessionCookie cookie, SessionOfRequest session) {
        this.cookie = cookie;
        this.session = session;
    }

    @ModelAttribute
    Mono<Void> describe(Model model, ServerWebExchange exchange) {
        cookie.in(exchange).map(SessionToken::csrf).ifPresent(token -> model.addAttribute("csrf", token));
        if (!StaffPaths.isPage(exchange)) {
            return Mono.empty();
        }
        return session.member(exchange)
                .doOnNext(member -> model.addAttribute("staff", member))
                .then();
    }
}
