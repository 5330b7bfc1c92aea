package org.yici.donations.payment.reconciliation;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yici.donations.Loop;

/** Keeps {@link Reconciling} going. */
@Configuration(proxyBeanMethods = false)
class ReconciliationConfiguration {

    @Bean
    Loop reconcilingLoop(Reconciling reconciling) {
        return new Loop("Reading bills", Duration.ofMinutes(10), reconciling::round);
    }
}
