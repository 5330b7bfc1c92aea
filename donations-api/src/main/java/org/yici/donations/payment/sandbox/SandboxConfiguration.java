package org.yici.donations.payment.sandbox;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.yici.donations.Loop;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.RefusedStart;
import org.yici.platform.privacy.BlindIndex;

/** The sandbox exists where {@code yici.payment.sandbox} says so: in a demo, and never in production. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("yici.payment.sandbox")
class SandboxConfiguration {

    private static final Duration PACE = Duration.ofMillis(200);

    @Bean
    SandboxOrders sandboxOrders(
            DatabaseClient database, Transactions transactions, Clock wallClock, Environment settings) {
        if (settings.acceptsProfiles(Profiles.of("production"))) {
            throw new RefusedStart(
                    "The sandbox payment method is switched on (yici.payment.sandbox=true): in production"
                            + " everybody could give money that does not exist. Switch it off.");
        }
        return new SandboxOrders(database, transactions, wallClock);
    }

    @Bean
    SandboxMethod sandboxMethod(SandboxOrders orders, DatabaseClient database, Clock wallClock) {
        return new SandboxMethod(orders, new SandboxRefunds(database, wallClock));
    }

    @Bean
    SandboxSignature sandboxSignature(BlindIndex keyed) {
        return new SandboxSignature(keyed);
    }

    @Bean
    Loop sandboxPostRound(
            SandboxOrders orders, SandboxSignature signature, Clock wallClock, @Value("${yici.front}") String front) {
        SandboxPostman postman = new SandboxPostman(orders, signature, WebClient.create(front), wallClock);
        return new Loop("The sandbox's postman", PACE, postman::round);
    }
}
