package org.yici.donations.payment;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.Donations;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks providers about gifts that nobody has told us of: a payment whose notice was lost is found, and a gift whose time
 * to pay is over is closed, though never before the provider has said that it is not paid. All on the wall clock.
 */
@Component
final class Asking {

    private static final Logger log = LoggerFactory.getLogger(Asking.class);
    private static final int AT_ONCE = 200;
    private static final int IN_PARALLEL = 8;

    private final DatabaseClient database;
    private final Map<String, PaymentMethod> methods;
    private final Confirming confirming;
    private final Closing closing;
    private final Clock wallClock;

    Asking(
            DatabaseClient database,
            List<PaymentMethod> methods,
            Confirming confirming,
            Closing closing,
            Clock wallClock) {
        this.database = database;
        this.methods = methods.stream().collect(Collectors.toMap(PaymentMethod::word, Function.identity()));
        this.confirming = confirming;
        this.closing = closing;
        this.wallClock = wallClock;
    }

    private record Due(Donation donation, Instant payUntil, int asks) {}

    /** One round: everything that is due, each asked once, batch after batch. */
    Mono<Void> round() {
        return batch().expand(asked -> asked == AT_ONCE ? batch() : Mono.empty())
                .then();
    }

    private Mono<Long> batch() {
        return due().flatMap(
                        due -> ask(due).onErrorResume(error -> skip(due, error)).thenReturn(due), IN_PARALLEL)
                .count();
    }

    private static Mono<Void> skip(Due due, Throwable error) {
        log.warn("Gift {}: its provider gives no answer: {}", due.donation().id(), error.toString());
        return Mono.empty();
    }

    private Flux<Due> due() {
        return database.sql("select " + Donations.COLUMNS + ", pay_until, asks from donations.donation"
                        + " where status = 'PENDING' and ask_at <= $1 order by ask_at limit $2")
                .bind(0, utc(wallClock.instant()))
                .bind(1, AT_ONCE)
                .map(row -> new Due(
                        Donations.donation(row),
                        requireNonNull(row.get("pay_until", OffsetDateTime.class))
                                .toInstant(),
                        requireNonNull(row.get("asks", Integer.class))))
                .all();
    }

    private Mono<Void> ask(Due due) {
        PaymentMethod method = methods.get(due.donation().method());
        if (method == null) {
            return Mono.empty();
        }
        return claim(due, method)
                .flatMap(mine -> mine ? method.ask(due.donation()) : Mono.<ProviderAnswer>empty())
                .flatMap(answer -> answer.fold(
                        this::confirm,
                        () -> wallClock.instant().isAfter(due.payUntil()) ? close(due) : Mono.empty(),
                        () -> close(due)));
    }

    /** Moves the next asking ahead before asking, so that another instance does not ask the same. */
    private Mono<Boolean> claim(Due due, PaymentMethod method) {
        Instant next = wallClock.instant().plus(method.askAgainAfter(due.asks() + 1));
        return database.sql("update donations.donation set ask_at = $3, asks = asks + 1"
                        + " where id = $1 and asks = $2 and status = 'PENDING'")
                .bind(0, due.donation().id().value())
                .bind(1, due.asks())
                .bind(2, utc(next))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Void> confirm(PaidNotice notice) {
        return confirming
                .confirm(notice)
                .doOnNext(outcome -> {
                    String what = outcome.fold(
                            gift -> "found paid, journal " + gift.sequence(),
                            refusal ->
                                    "found paid, refused: " + refusal.reason().word());
                    log.info("Gift {}: {}", notice.donation(), what);
                })
                .then();
    }

    private Mono<Void> close(Due due) {
        return closing.close(due.donation().id()).then();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
