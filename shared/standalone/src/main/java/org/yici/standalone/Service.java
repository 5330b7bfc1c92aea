package org.yici.standalone;

import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.yici.disbursement.DisbursementApplication;
import org.yici.donations.DonationsApplication;
import org.yici.site.SiteApplication;

/** The three services; each is the same application here as in a jar of its own. */
public enum Service {
    DONATIONS("donations-api", DonationsApplication::app),
    DISBURSEMENT("disbursement", DisbursementApplication::app),
    SITE("public-site", SiteApplication::app);

    private final String title;
    private final Supplier<SpringApplicationBuilder> application;

    Service(String title, Supplier<SpringApplicationBuilder> application) {
        this.title = title;
        this.application = application;
    }

    /** The service's name: its folder, its settings file, its upstream in {@code deploy/nginx.conf}. */
    public String title() {
        return title;
    }

    /** A new builder at each call; nothing is started by asking. */
    SpringApplicationBuilder app() {
        return application.get();
    }
}
