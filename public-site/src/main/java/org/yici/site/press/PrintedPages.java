package org.yici.site.press;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yici.platform.web.FastLane;
import org.yici.platform.web.FixedHeaders;
import org.yici.platform.web.Language;
import org.yici.platform.web.PlainGet;

/** Sends pages that lie printed in the fast lane; what has to be printed first goes the ordinary way. */
@Configuration(proxyBeanMethods = false)
class PrintedPages {

    @Bean
    FastLane sendingPrintedPages(Press press, FixedHeaders fixed) {
        return new PlainGet(fixed, (path, wishes) -> {
            Copy copy = press.kept(path, Language.wished(wishes));
            return copy == null ? null : copy.wished(wishes);
        });
    }
}
