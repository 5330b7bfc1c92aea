package org.yici.donations.payment.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.checkout.Providers;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.platform.clock.ProgramClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads each provider's bills of the last days, from ten in the morning on, when they are ready; what fails is tried again. */
@Component
class Reconciling {

    private static final Logger log = LoggerFactory.getLogger(Reconciling.class);
    private static final LocalTime READY = LocalTime.of(10, 15);
    private static final int DAYS = 7;

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
                .concatMap(provider -> Flux.fromIterable(days()).concatMap(day -> read(provider, day)))
                .then();
    }

    private Mono<Void> read(PaymentProvider provider, LocalDate day) {
        return bills.isRead(provider.word(), day)
                .filter(read -> !read)
                .flatMap(missing -> reconciling.run(provider, day))
                .onErrorResume(error -> {
                    log.warn("{}: the bill of {} is read later: {}", provider.word(), day, error.toString());
                    return Mono.empty();
                })
                .then();
    }

    /** The days whose bills should be ready, the oldest first. */
    private List<LocalDate> days() {
        ZonedDateTime now = wallClock.instant().atZone(ProgramClock.CHINA);
        LocalDate last = now.toLocalDate().minusDays(now.toLocalTime().isBefore(READY) ? 2 : 1);
        return IntStream.range(0, DAYS)
                .mapToObj(ago -> last.minusDays(DAYS - 1L - ago))
                .toList();
    }
}
