package org.yici.platform.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * The reader's language: {@code ?lang=} before the cookie of an earlier choice before the browser's wish; Chinese where
 * none is known. There are two: {@link #ZH} and {@link #EN}.
 */
public final class Language implements LocaleContextResolver {

    public static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    public static final Locale EN = Locale.ENGLISH;
    static final String COOKIE = "yici_lang";
    static final String PARAMETER = "lang";

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        return new SimpleLocaleContext(of(exchange));
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("the reader chooses the language, by ?lang=");
    }

    /** The language that {@code exchange} is answered in. */
    public static Locale of(ServerWebExchange exchange) {
        String asked = exchange.getRequest().getQueryParams().getFirst(PARAMETER);
        if (asked == null) {
            HttpCookie chosen = exchange.getRequest().getCookies().getFirst(COOKIE);
            asked = chosen == null ? null : chosen.getValue();
        }
        return asked == null
                ? wished(exchange.getRequest().getHeaders())
                : EN.getLanguage().equals(asked) ? EN : ZH;
    }

    /** {@code zh} or {@code en}, as pages and addresses spell it. */
    public static String code(Locale locale) {
        return EN.getLanguage().equals(locale.getLanguage()) ? "en" : "zh";
    }

    /** The browser's wish alone, for a request without a query or a cookie. */
    public static Locale wished(HttpHeaders headers) {
        try {
            List<Locale> wishes = headers.getAcceptLanguageAsLocales();
            return wishes.stream()
                    .filter(wish -> List.of("zh", "en").contains(wish.getLanguage()))
                    .findFirst()
                    .map(wish -> "en".equals(wish.getLanguage()) ? EN : ZH)
                    .orElse(ZH);
        } catch (IllegalArgumentException unreadableHeader) {
            return ZH;
        }
    }
}
