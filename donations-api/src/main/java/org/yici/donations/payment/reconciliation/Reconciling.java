package org.yici.donations.payment.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.checkout.Providers;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.platform.clock.ProgramClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads each provider's bills, from ten in the morning on, when they are ready. What fails is tried again, also after weeks. */
@Component
class Reconciling {

    private static final Logger log = LoggerFactory.getLogger(Reconciling.class);
    private static final LocalTime READY = LocalTime.of(10, 15);

    private final Providers providers;
    private final ReconcileDay reconciling;
    private final Bills bills;
    private final Clock wallClock;

    Reconciling(Providers providers, ReconcileDay reconciling, Bills bills, Clock wallClock) {
        this.providers = providers;
        this.reconciling = reconciling;
        this.bills = bills;
        this.wallClock = wallClock;
    }

    Mono<Void> round() {
        return Flux.fromIterable(providers.all())
                .concatMap(provider -> bills.unread(provider.word(), lastReady())
                        .collectList()
                        .flatMapIterable(days -> days)
                        .concatMap(day -> read(provider, day)))
                .then();
    }

    private Mono<Void> read(PaymentProvider provider, LocalDate day) {
        return reconciling
                .run(provider, day)
                .onErrorResume(error -> {
                    log.warn("{}: the bill of {} is read later: {}", provider.word(), day, error.toString());
                    return Mono.empty();
                })
                .then();
    }

    /** The last day whose bill should be ready. */
    private LocalDate lastReady() {
        ZonedDateTime now = wallClock.instant().atZone(ProgramClock.CHINA);
        return now.toLocalDate().minusDays(now.toLocalTime().isBefore(READY) ? 2 : 1);
    }
}
