package org.yici.platform.web;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.VersionResourceResolver;

/** Serves {@code /assets/**}: our own files and htmx, fingerprinted, unchanged for a year. */
@Configuration(proxyBeanMethods = false)
class AssetsConfiguration implements WebFluxConfigurer {

    /** Our folder, then the two libraries that pages use. Their versions stand in the root pom. */
    static final List<String> LOCATIONS = List.of(
            "assets/",
            "META-INF/resources/webjars/htmx.org/2.0.10/dist/",
            "META-INF/resources/webjars/htmx-ext-sse/2.2.2/");

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(
                        LOCATIONS.stream().map("classpath:"::concat).toArray(String[]::new))
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
