package org.yici.platform.web;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The page that tells a person why not, and what to do. */
@Component
final class ProblemPage {

    private final ITemplateEngine templates;
    private final Assets assets;
    private final boolean demo;

    ProblemPage(ITemplateEngine templates, Assets assets, @Value("${yici.demo}") boolean demo) {
        this.templates = templates;
        this.assets = assets;
        this.demo = demo;
    }

    String render(Problem problem, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        Context context = new Context(locale);
        context.setVariable("problem", problem);
        context.setVariable("lang", Language.code(locale));
        context.setVariable("figures", Figures.in(locale));
        context.setVariable("assets", assets);
        context.setVariable("demo", demo);
        context.setVariable("languageSwitch", PageModel.languageSwitch(exchange, locale));
        return templates.process("layout/problem", context);
    }
}
