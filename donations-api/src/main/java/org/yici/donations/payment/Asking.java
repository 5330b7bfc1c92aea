package org.yici.donations.payment;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.DonationStatus;
import org.yici.donations.donation.Donations;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks providers about gifts that nobody has told us of: a payment whose notice was lost is found, and a gift whose time
 * to pay is over is closed, though never before the provider has said that it is not paid. A closed gift is asked for
 * less and less often for another day: its donor may have paid just before it was closed. All on the wall clock.
 */
@Component
final class Asking {

    private static final Logger log = LoggerFactory.getLogger(Asking.class);
    private static final int AT_ONCE = 200;
    private static final int IN_PARALLEL = 8;
    /** A method that is not registered (any more) may come back with the next start. */
    private static final Duration WITHOUT_METHOD = Duration.ofHours(1);

    private static final Duration LEAST_ONCE_CLOSED = Duration.ofMinutes(5);
    private static final Duration LOOKED_AFTER = Duration.ofHours(24);

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

    /** One round: everything that is due, each asked once, batch after batch for as long as batches are full. */
    Mono<Void> round() {
        return batch().expand(claimed -> claimed == AT_ONCE ? batch() : Mono.empty())
                .then();
    }

    /** How many were moved ahead. Only these count: what stays due would come again at once, and for ever. */
    private Mono<Long> batch() {
        return due().flatMap(due -> claimOrSkip(due).filter(mine -> mine).delayUntil(mine -> ask(due)), IN_PARALLEL)
                .count();
    }

    private Flux<Due> due() {
        return database.sql("select w.id, w.campaign, c.fund, w.amount, w.method, w.status, w.place, w.created_at,"
                        + " null::timestamptz as paid_at, null::bigint as sequence, w.pay_until, w.asks"
                        + " from donations.wish w join donations.campaign c on c.code = w.campaign"
                        + " where w.ask_at <= $1 order by w.ask_at limit $2")
                .bind(0, utc(wallClock.instant()))
                .bind(1, AT_ONCE)
                .map(row -> new Due(
                        Donations.donation(row),
                        requireNonNull(row.get("pay_until", OffsetDateTime.class))
                                .toInstant(),
                        requireNonNull(row.get("asks", Integer.class))))
                .all();
    }

    private Mono<Boolean> claimOrSkip(Due due) {
        return claim(due).onErrorResume(error -> {
            log.warn("Gift {} cannot be asked for now: {}", due.donation().id(), error.toString());
            return Mono.just(false);
        });
    }

    /** Moves the next asking ahead before asking, so that another instance does not ask the same. */
    private Mono<Boolean> claim(Due due) {
        var update = database.sql("update donations.wish set ask_at = coalesce($3, 'infinity'), asks = asks + 1"
                        + " where id = $1 and asks = $2")
                .bind(0, due.donation().id().value())
                .bind(1, due.asks());
        Instant next = next(due);
        return (next == null ? update.bindNull(2, OffsetDateTime.class) : update.bind(2, utc(next)))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** When to ask next; null for never again. The pauses for a closed gift grow with its age, so they double. */
    private @Nullable Instant next(Due due) {
        Instant now = wallClock.instant();
        if (due.donation().status() == DonationStatus.CLOSED) {
            Duration age = Duration.between(due.payUntil(), now);
            Instant next = now.plus(age.compareTo(LEAST_ONCE_CLOSED) > 0 ? age : LEAST_ONCE_CLOSED);
            return next.isAfter(due.payUntil().plus(LOOKED_AFTER)) ? null : next;
        }
        PaymentMethod method = methods.get(due.donation().method());
        return now.plus(method == null ? WITHOUT_METHOD : method.askAgainAfter(due.asks() + 1));
    }

    private Mono<Void> ask(Due due) {
        PaymentMethod method = methods.get(due.donation().method());
        if (method == null) {
            log.warn(
                    "Gift {}: there is no method {}",
                    due.donation().id(),
                    due.donation().method());
            return Mono.empty();
        }
        return method.ask(due.donation())
                .flatMap(answer -> answer.fold(
                        this::confirm,
                        () -> wallClock.instant().isAfter(due.payUntil()) ? close(due) : Mono.empty(),
                        () -> close(due)))
                .onErrorResume(error -> skip(due, error));
    }

    private static Mono<Void> skip(Due due, Throwable error) {
        log.warn("Gift {}: its provider gives no answer: {}", due.donation().id(), error.toString());
        return Mono.empty();
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
