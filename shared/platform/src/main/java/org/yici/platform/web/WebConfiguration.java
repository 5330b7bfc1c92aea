package org.yici.platform.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.server.i18n.LocaleContextResolver;

/** The edge's own beans. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    /** Takes the place of the framework's resolver, which knows neither the cookie nor the two languages. */
    @Bean(WebHttpHandlerBuilder.LOCALE_CONTEXT_RESOLVER_BEAN_NAME)
    LocaleContextResolver localeContextResolver() {
        return new Language();
    }

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }
}
