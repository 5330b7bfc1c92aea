package org.yici.platform.web;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/** What every page may use: {@code lang figures assets demo languageSwitch publicUrl}. */
@ControllerAdvice
final class PageModel {

    private final Assets assets;
    private final boolean demo;
    private final String publicUrl;

    PageModel(Assets assets, @Value("${yici.demo}") boolean demo, @Value("${yici.public-url}") String publicUrl) {
        this.assets = assets;
        this.demo = demo;
        this.publicUrl = publicUrl;
    }

    /**
     * Answers with the language instead of nothing: a method without a value that knows the exchange counts as having
     * written the whole answer, and the model of other advices would be dropped.
     */
    @ModelAttribute("lang")
    String describe(Model model, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        model.addAttribute("figures", Figures.in(locale));
        model.addAttribute("assets", assets);
        model.addAttribute("demo", demo);
        model.addAttribute("publicUrl", publicUrl);
        model.addAttribute("languageSwitch", languageSwitch(exchange, locale));
        return Language.code(locale);
    }

    /** The same page in the other language; the rest of the query is kept. */
    static String languageSwitch(ServerWebExchange exchange, Locale locale) {
        return UriComponentsBuilder.fromPath(exchange.getRequest().getPath().value())
                .queryParams(exchange.getRequest().getQueryParams())
                .replaceQueryParam(Language.PARAMETER, "en".equals(Language.code(locale)) ? "zh" : "en")
                .encode()
                .build()
                .toUriString();
    }
}
