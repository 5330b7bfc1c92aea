package org.yici.site.press;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.yici.platform.web.Assets;
import org.yici.platform.web.Figures;
import org.yici.platform.web.Language;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Makes a page's text, outside of any request: all of its figures, and its as-of mark, from one snapshot. */
@Component
class Typesetter {

    private final ITemplateEngine templates;
    private final Assets assets;
    private final DatabaseClient database;
    private final TransactionalOperator snapshot;
    private final boolean demo;
    private final String publicUrl;

    Typesetter(
            ITemplateEngine templates,
            Assets assets,
            DatabaseClient database,
            ReactiveTransactionManager transactions,
            @Value("${yici.demo}") boolean demo,
            @Value("${yici.public-url}") String publicUrl) {
        DefaultTransactionDefinition frozen = new DefaultTransactionDefinition();
        frozen.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        frozen.setReadOnly(true);
        this.templates = templates;
        this.assets = assets;
        this.database = database;
        this.snapshot = TransactionalOperator.create(transactions, frozen);
        this.demo = demo;
        this.publicUrl = publicUrl;
    }

    Mono<String> set(String address, Locale locale, PageSource source) {
        return snapshot.transactional(source.gather().flatMap(sheet -> AsOf.read(database)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .map(asOf -> new Gathered(sheet, asOf))))
                .publishOn(Schedulers.parallel())
                .map(gathered -> text(gathered, address, locale));
    }

    private record Gathered(Sheet sheet, Optional<AsOf> asOf) {}

    private String text(Gathered gathered, String address, Locale locale) {
        Context context = new Context(locale, gathered.sheet.model());
        String lang = Language.code(locale);
        context.setVariable("lang", lang);
        context.setVariable("figures", Figures.in(locale));
        context.setVariable("assets", assets);
        context.setVariable("demo", demo);
        context.setVariable("publicUrl", publicUrl);
        context.setVariable("languageSwitch", address + (address.contains("?") ? "&" : "?") + "lang=" + other(lang));
        context.setVariable("asOf", gathered.asOf.orElse(null));
        String fragment = gathered.sheet.fragment();
        return fragment == null
                ? templates.process(gathered.sheet.template(), context)
                : templates.process(gathered.sheet.template(), Set.of(fragment), context);
    }

    private static String other(String lang) {
        return "en".equals(lang) ? "zh" : "en";
    }
}
