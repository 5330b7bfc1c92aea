package org.yici.standalone;

import java.lang.reflect.InvocationTargetException;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The three services; each is the same application here as in a jar of its own. */
public enum Service {
    DONATIONS("donations-api", "org.yici.donations.DonationsApplication"),
    DISBURSEMENT("disbursement", "org.yici.disbursement.DisbursementApplication"),
    SITE("public-site", "org.yici.site.SiteApplication");

    private final String title;
    private final String application;

    Service(String title, String application) {
        this.title = title;
        this.application = application;
    }

    /** The service's name: its folder, its settings file, its upstream in {@code deploy/nginx.conf}. */
    public String title() {
        return title;
    }

    SpringApplicationBuilder app() {
        try {
            return (SpringApplicationBuilder)
                    Class.forName(application).getMethod("app").invoke(null);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
