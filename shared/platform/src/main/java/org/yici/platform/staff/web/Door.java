package org.yici.platform.staff.web;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.SignIn;
import org.yici.platform.staff.SignIn.SignedIn;
import org.yici.platform.staff.StaffReason;
import reactor.core.publisher.Mono;

/** Signing in and out as a browser lives it: the answer gives the cookie, takes it back, or says how long to wait. */
@Component
final class Door {
    private final SignIn signIn;
    private final SessionCookie cookie;

    Door(SignIn signIn, SessionCookie cookie) {
        this.signIn = signIn;
        this.cookie = cookie;
    }

    Mono<Outcome<SignedIn>> enter(ServerWebExchange exchange, String username, String password) {
        return signIn.with(username, password)
                .map(outcome -> outcome.fold(
                        signedIn -> {
                            cookie.give(exchange, signedIn.token());
                            return outcome;
                        },
                        refusal -> {
                            sayHowLong(exchange, refusal);
                            return outcome;
                        }));
    }

    /** Whoever is out already may leave again. */
    Mono<Void> leave(ServerWebExchange exchange) {
        cookie.takeBack(exchange);
        return cookie.in(exchange).map(signIn::out).orElse(Mono.empty());
    }

    private static void sayHowLong(ServerWebExchange exchange, Refusal refusal) {
        if (refusal.reason() == StaffReason.TOO_MANY_ATTEMPTS) {
            String seconds = refusal.arguments().get(0).toString();
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, seconds);
        }
    }
}
