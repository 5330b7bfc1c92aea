package org.yici.site;

import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.yici.platform.database.ServiceApplication;

/**
 * What the public sees. It reads three Kafka topics and its own schema, and nothing else: no ledger, no staff. What it
 * shows can be wiped at any time and comes back from the topics, byte for byte.
 */
@SpringBootApplication(scanBasePackages = {"org.yici.platform", "org.yici.site"})
public class SiteApplication {

    /** The service, not yet started: for {@link #main}, the embedded edition and tests. */
    public static SpringApplicationBuilder app() {
        return ServiceApplication.of(SiteApplication.class, "public-site", List.of("platform", "site"));
    }

    public static void main(String[] arguments) {
        app().run(arguments);
    }
}
