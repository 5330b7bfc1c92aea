package org.yici.platform.staff.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.yici.platform.staff.Sessions;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/**
 * Who is behind a request: asked of the database at most once a request, and only when somebody wants to know, so that
 * a member of staff who reads a public page costs nothing.
 */
@Component
final class SessionOfRequest implements ServerSecurityContextRepository {
    private static final String ATTRIBUTE = SessionOfRequest.class.getName();

    private final SessionCookie cookie;
    private final Sessions sessions;

    SessionOfRequest(SessionCookie cookie, Sessions sessions) {
        this.cookie = cookie;
        this.sessions = sessions;
    }

    Mono<StaffMember> member(ServerWebExchange exchange) {
        Mono<StaffMember> asked = exchange.getAttribute(ATTRIBUTE);
        if (asked == null) {
            asked = cookie.in(exchange)
                    .map(sessions::memberOf)
                    .orElse(Mono.empty())
                    .cache();
            exchange.getAttributes().put(ATTRIBUTE, asked);
        }
        return asked;
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return member(exchange).map(member -> new SecurityContextImpl(new SignedInStaff(member)));
    }

    /** Nothing is kept between requests but our own session. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.empty();
    }

    /** The framework's word for a signed-in person. */
    static final class SignedInStaff extends AbstractAuthenticationToken {
        private final transient StaffMember member;

        SignedInStaff(StaffMember member) {
            super(member.roles().stream()
                    .map(role -> new SimpleGrantedAuthority(role.name()))
                    .toList());
            this.member = member;
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return List.of();
        }

        @Override
        public StaffMember getPrincipal() {
            return member;
        }

        @Override
        public String getName() {
            return member.username();
        }
    }
}
