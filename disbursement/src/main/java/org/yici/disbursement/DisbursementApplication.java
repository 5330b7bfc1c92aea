package org.yici.disbursement;

import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.yici.platform.database.ServiceApplication;
import org.yici.platform.facts.PublishesFacts;

/** The service that grants: from a household's registration to the money in its hands. */
@PublishesFacts
@SpringBootApplication(scanBasePackages = {"org.yici.platform", "org.yici.disbursement"})
public class DisbursementApplication {
    /** The service as every edition starts it. */
    public static SpringApplicationBuilder app() {
        return ServiceApplication.of(
                DisbursementApplication.class, "disbursement", List.of("ledger", "platform", "staff", "disbursement"));
    }

    public static void main(String[] args) {
        app().run(args);
    }
}
