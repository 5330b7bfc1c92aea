package org.yici.platform.staff.web;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.SessionToken;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Signing in and out by program. Switched on in the one service that may ({@code yici.staff-sign-in}). */
@RestController
@RequestMapping(StaffPaths.SESSION)
@ConditionalOnProperty("yici.staff-sign-in")
class SessionApi {
    private final Door door;
    private final SessionCookie cookie;
    private final StrictJson json;

    SessionApi(Door door, SessionCookie cookie, StrictJson json) {
        this.door = door;
        this.cookie = cookie;
        this.json = json;
    }

    /** @param totp accepted for accounts without a second factor, and not looked at */
    record Credentials(
            @Nullable String username,
            @Nullable String password,
            @Nullable String totp) {}

    record Csrf(String header, String token) {}

    record SessionAnswer(String username, String name, Set<Role> roles, Csrf csrf) {
        static SessionAnswer of(StaffMember member, SessionToken token) {
            return new SessionAnswer(
                    member.username(), member.name(), member.roles(), new Csrf(SessionCsrf.HEADER, token.csrf()));
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<SessionAnswer> open(@RequestBody byte[] body, ServerWebExchange exchange) {
        Credentials given = json.read(body, Credentials.class);
        String username = Objects.requireNonNullElse(given.username(), "");
        String password = Objects.requireNonNullElse(given.password(), "");
        new FieldErrors()
                .require(!username.isBlank(), "username", "input.required")
                .require(!password.isEmpty(), "password", "input.required")
                .throwIfAny();
        return door.enter(exchange, username, password)
                .map(RefusedException::orProblem)
                .map(signedIn -> SessionAnswer.of(signedIn.member(), signedIn.token()));
    }

    @GetMapping
    SessionAnswer session(StaffMember member, ServerWebExchange exchange) {
        return SessionAnswer.of(member, cookie.in(exchange).orElseThrow());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> close(ServerWebExchange exchange) {
        return door.leave(exchange);
    }
}
