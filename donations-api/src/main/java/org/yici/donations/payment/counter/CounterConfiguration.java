package org.yici.donations.payment.counter;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yici.donations.Loop;
import org.yici.donations.payment.PaymentMethod;
import org.yici.donations.payment.counter.line.CounterMethod;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The counter's two methods, the threads of its sheets, and the loops that read sheets and book what was confirmed. */
@Configuration(proxyBeanMethods = false)
class CounterConfiguration {

    private static final Duration BOOKING_PACE = Duration.ofMillis(500);
    private static final Duration READING_PACE = Duration.ofMillis(50);
    /** Some times within {@link ReadingRows#LEASE}. */
    private static final Duration KEEPING_PACE = Duration.ofSeconds(5);
    /** One reads; the other takes in what is sent meanwhile. */
    private static final int SHEET_THREADS = 2;

    private static final int SHEET_TASKS_WAITING = 100;

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
        return Schedulers.newBoundedElastic(SHEET_THREADS, SHEET_TASKS_WAITING, "sheets");
    }

    @Bean
    Loop counterReadingLoop(SheetQueue sheets) {
        return new Loop("Reading counter sheets", READING_PACE, sheets::round);
    }

    @Bean
    Loop counterKeepingLoop(SheetQueue sheets) {
        return new Loop("Keeping counter sheets", KEEPING_PACE, sheets::keep);
    }

    @Bean
    Loop counterBookingLoop(BookBatches booking) {
        return new Loop("Booking counter gifts", BOOKING_PACE, booking::round);
    }
}
