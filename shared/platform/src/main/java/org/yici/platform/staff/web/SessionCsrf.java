package org.yici.platform.staff.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.yici.platform.staff.SessionToken;
import reactor.core.publisher.Mono;

/**
 * Against forged requests: whoever carries the session's cookie must also show the session's token, in the header
 * {@code X-CSRF-Token} or the form field {@code _csrf}. A request without the cookie has no authority to steal and is
 * not asked. The token is derived from the cookie, so nothing is stored and nothing is looked up.
 */
@Component
final class SessionCsrf implements ServerCsrfTokenRepository, ServerCsrfTokenRequestHandler, ServerWebExchangeMatcher {
    static final String HEADER = "X-CSRF-Token";
    static final String FIELD = "_csrf";

    private final SessionCookie cookie;

    SessionCsrf(SessionCookie cookie) {
        this.cookie = cookie;
    }

    /** Asked of every unsafe request with the cookie, except of those that sign in. */
    @Override
    public Mono<MatchResult> matches(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        boolean signsIn = exchange.getRequest().getMethod() == HttpMethod.POST
                && (path.equals(StaffPaths.SESSION) || path.equals(StaffPaths.LOGIN));
        boolean asked =
                StaffPaths.isUnsafe(exchange) && !signsIn && cookie.in(exchange).isPresent();
        return asked ? MatchResult.match() : MatchResult.notMatch();
    }

    @Override
    public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
        return Mono.justOrEmpty(cookie.in(exchange)).map(SessionCsrf::token);
    }

    /** Where there is no session there is no token to make. */
    @Override
    public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
        return Mono.empty();
    }

    /** Lets forms with {@code th:action} find the token, which gives them their hidden field. */
    @Override
    public void handle(ServerWebExchange exchange, Mono<CsrfToken> token) {
        cookie.in(exchange).ifPresent(session -> exchange.getAttributes()
                .put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, token(session)));
    }

    @Override
    public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken expected) {
        String header = exchange.getRequest().getHeaders().getFirst(HEADER);
        if (header != null) {
            return Mono.just(header);
        }
        MediaType type = exchange.getRequest().getHeaders().getContentType();
        if (MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)) {
            return exchange.getFormData().mapNotNull(form -> form.getFirst(FIELD));
        }
        if (MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
            return exchange.getMultipartData()
                    .mapNotNull(parts -> parts.getFirst(FIELD) instanceof FormFieldPart field ? field.value() : null)
                    .onErrorMap(DecodingException.class, SessionCsrf::unreadable);
        }
        return Mono.empty();
    }

    private static CsrfToken token(SessionToken session) {
        return new DefaultCsrfToken(HEADER, FIELD, session.csrf());
    }

    private static ServerWebInputException unreadable(DecodingException cause) {
        return new ServerWebInputException("The parts cannot be read", null, cause);
    }
}
