package org.yici.donations.payment;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yici.donations.Loop;

/** Keeps {@link Asking} going. */
@Configuration(proxyBeanMethods = false)
class AskingConfiguration {

    @Bean
    Loop askingLoop(Asking asking) {
        return new Loop("Asking for payments", Duration.ofSeconds(1), asking::round);
    }
}
