package org.yici.donations.payment.checkout;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yici.donations.Loop;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The payments' own threads, and the round of asking about orders. */
@Configuration(proxyBeanMethods = false)
class CheckoutConfiguration {

    private static final int THREADS = 16;
    /** Each. Who finds no place is told to come again. */
    private static final int WAITING = 50;

    private static final int AT_ONCE = 100;

    @Bean(destroyMethod = "dispose")
    Scheduler paymentsScheduler() {
        return Schedulers.newBoundedElastic(THREADS, WAITING, "payments", 60, true);
    }

    @Bean
    Loop askingAboutOrders(AskProvider asking) {
        return new Loop("Asking about orders", Duration.ofSeconds(1), () -> asking.round(AT_ONCE));
    }
}
