package org.yici.donations.payment.refund;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yici.donations.Loop;

/** Keeps {@link SendRefunds} going. */
@Configuration(proxyBeanMethods = false)
class RefundsConfiguration {

    @Bean
    Loop refundsLoop(SendRefunds sending) {
        return new Loop("Sending refunds", Duration.ofSeconds(1), sending::round);
    }
}
