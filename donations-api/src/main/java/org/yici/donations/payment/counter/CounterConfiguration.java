package org.yici.donations.payment.counter;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yici.donations.Loop;
import org.yici.donations.payment.PaymentMethod;
import org.yici.donations.payment.counter.line.CounterMethod;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The counter's two methods, the thread that its sheets are read on, and the loop that books what was confirmed. */
@Configuration(proxyBeanMethods = false)
class CounterConfiguration {

    private static final Duration PACE = Duration.ofMillis(500);
    /** One sheet at a time, so that none holds up gifts or pictures; a few may wait. */
    private static final int SHEETS_WAITING = 20;

    @Bean
    PaymentMethod cashMethod() {
        return new CounterPayments(CounterMethod.CASH);
    }

    @Bean
    PaymentMethod bankMethod() {
        return new CounterPayments(CounterMethod.BANK);
    }

    @Bean(destroyMethod = "dispose")
    Scheduler sheetScheduler() {
        return Schedulers.newBoundedElastic(1, SHEETS_WAITING, "sheets");
    }

    @Bean
    Loop counterBookingLoop(BookBatches booking) {
        return new Loop("Booking counter gifts", PACE, booking::round);
    }
}
