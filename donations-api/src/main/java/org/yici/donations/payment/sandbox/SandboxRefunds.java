package org.yici.donations.payment.sandbox;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.donations.payment.SendBack;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.donations.payment.order.ProviderOutage;
import org.yici.donations.payment.order.RefundState;
import reactor.core.publisher.Mono;

/** The sandbox's book of what it sent back: by its number once, and never more of a gift than it was. */
final class SandboxRefunds {

    private static final Duration LATER = Duration.ofSeconds(3);

    private final DatabaseClient database;
    private final Clock wallClock;

    SandboxRefunds(DatabaseClient database, Clock wallClock) {
        this.database = database;
        this.wallClock = wallClock;
    }

    Mono<RefundState> send(SendBack back) {
        SandboxRefundOutcome outcome = SandboxRefundOutcome.of(back.reason());
        return write(back, outcome)
                .then(ask(back.number()))
                .flatMap(state -> outcome == SandboxRefundOutcome.LOST
                        ? Mono.error(new ProviderOutage(SandboxMethod.WORD, "refund", "LOST"))
                        : Mono.just(state));
    }

    /** A number that is there already is left as it is. */
    private Mono<Void> write(SendBack back, SandboxRefundOutcome outcome) {
        Instant doneAt =
                outcome == SandboxRefundOutcome.LATER ? wallClock.instant().plus(LATER) : null;
        var insert = database.sql("insert into donations.sandbox_refund (number, donation, amount, state, done_at)"
                        + " select $1, $2, $3, case when $4 <> 'FAILED' and $3 + coalesce(sum(r.amount), 0) <= $5"
                        + "   then $4 else 'FAILED' end, $6"
                        + " from donations.sandbox_refund r where r.donation = $2 and r.state <> 'FAILED'"
                        + " on conflict (number) do nothing")
                .bind(0, back.number().value())
                .bind(1, back.gift().id().value())
                .bind(2, back.amount().fen())
                .bind(3, state(outcome))
                .bind(4, back.gift().amount().fen());
        return (doneAt == null
                        ? insert.bindNull(5, OffsetDateTime.class)
                        : insert.bind(5, doneAt.atOffset(ZoneOffset.UTC)))
                .then();
    }

    private static String state(SandboxRefundOutcome outcome) {
        return switch (outcome) {
            case DONE, LOST -> "DONE";
            case LATER -> "UNDER_WAY";
            case FAILED -> "FAILED";
        };
    }

    /** What the provider would answer a question. */
    Mono<RefundState> ask(OrderNumber number) {
        return database.sql("select amount, case when done_at <= $2 then 'DONE' else state end as state"
                        + " from donations.sandbox_refund where number = $1")
                .bind(0, number.value())
                .bind(1, wallClock.instant().atOffset(ZoneOffset.UTC))
                .map(row -> state(
                        number,
                        requireNonNull(row.get("state", String.class)),
                        requireNonNull(row.get("amount", Long.class))))
                .one()
                .defaultIfEmpty(new RefundState.Unknown());
    }

    private static RefundState state(OrderNumber number, String state, long fen) {
        return switch (state) {
            case "DONE" -> new RefundState.Done("sandbox-" + number, fen);
            case "UNDER_WAY" -> new RefundState.UnderWay();
            default -> new RefundState.Failed("SANDBOX_REFUSES");
        };
    }
}
