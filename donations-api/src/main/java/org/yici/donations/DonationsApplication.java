package org.yici.donations;

import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.yici.donations.payment.simulator.demo.SimulatedProviders;
import org.yici.platform.database.ServiceApplication;
import org.yici.platform.facts.PublishesFacts;

/** Campaigns, gifts, payments and receipts: where money comes in. */
@SpringBootApplication(scanBasePackages = {"org.yici.platform", "org.yici.donations"})
@PublishesFacts
public class DonationsApplication {

    /** The service, ready to run in a JVM of its own or beside the other two. */
    public static SpringApplicationBuilder app() {
        return ServiceApplication.of(
                        DonationsApplication.class,
                        "donations-api",
                        List.of("ledger", "platform", "staff", "donations"))
                .initializers(new SimulatedProviders());
    }

    /** Runs this service alone, against configured engines. */
    public static void main(String[] arguments) {
        app().run(arguments);
    }
}
