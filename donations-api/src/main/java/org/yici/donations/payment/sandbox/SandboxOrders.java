package org.yici.donations.payment.sandbox;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.DonationId;
import org.yici.donations.donation.DonationStatus;
import org.yici.donations.payment.PaymentReason;
import org.yici.ledger.Money;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's own books: an order and the notices that it owes commit together. */
final class SandboxOrders {

    private static final JsonMapper JSON = StrictJson.strict();
    private static final Duration LATE_AFTER = Duration.ofSeconds(3);

    private final DatabaseClient database;
    private final Transactions transactions;
    private final Clock wallClock;

    SandboxOrders(DatabaseClient database, Transactions transactions, Clock wallClock) {
        this.database = database;
        this.transactions = transactions;
        this.wallClock = wallClock;
    }

    /**
     * Plays an outcome on a gift's order. Paying what is paid already changes nothing; a gift whose time is over is
     * refused. Of two outcomes at the same moment one comes first, and the other finds what it left.
     */
    Mono<Outcome<Donation>> play(Donation donation, SandboxOutcome outcome) {
        return transactions.inOne(
                () -> open(donation, outcome).then(decided(donation.id())).flatMap(state -> {
                    if (state.equals("PAID") || donation.status().wasPaid()) {
                        return Mono.just(Outcome.done(donation));
                    }
                    if (state.equals("FAILED") || donation.status() == DonationStatus.CLOSED) {
                        return Mono.just(Outcome.refused(PaymentReason.NOT_PAYABLE));
                    }
                    return write(donation, outcome).thenReturn(Outcome.done(donation));
                }));
    }

    private Mono<Void> write(Donation donation, SandboxOutcome outcome) {
        Instant now = wallClock.instant();
        DonationId id = donation.id();
        Money amount = donation.amount();
        return switch (outcome) {
            case PAID -> place(donation, outcome, "PAID", null).then(tell(id, paid(id, amount), now));
            case TWICE ->
                place(donation, outcome, "PAID", null)
                        .then(tell(id, paid(id, amount), now))
                        .then(tell(id, paid(id, amount), now));
            case FAILED -> place(donation, outcome, "FAILED", null).then(tell(id, ended(id), now));
            case SILENT -> place(donation, outcome, "PAID", null);
            case LATE ->
                place(donation, outcome, "OPEN", now.plus(LATE_AFTER))
                        .then(tell(id, ended(id), now))
                        .then(tell(id, paid(id, amount), now.plus(LATE_AFTER)));
            case WRONG_AMOUNT ->
                place(donation, outcome, "OPEN", null).then(tell(id, paid(id, amount.plus(Money.ofFen(1))), now));
            case FORGED -> place(donation, outcome, "OPEN", null).then(owe(id, paid(id, amount), now, true));
        };
    }

    private Mono<Void> tell(DonationId id, SandboxNotice notice, Instant due) {
        return owe(id, notice, due, false);
    }

    /** There is a row before anything is decided, so that there is one to lock. */
    private Mono<Void> open(Donation donation, SandboxOutcome outcome) {
        return database.sql("insert into donations.sandbox_order (donation, amount, outcome, state, reference)"
                        + " values ($1, $2, $3, 'OPEN', $4) on conflict (donation) do nothing")
                .bind(0, donation.id().value())
                .bind(1, donation.amount().fen())
                .bind(2, outcome.name())
                .bind(3, reference(donation.id()))
                .then();
    }

    /** Locks the order. What is going to be paid late is as good as paid. */
    private Mono<String> decided(DonationId id) {
        return database.sql("select case when pays_at is not null then 'PAID' else state end as state"
                        + " from donations.sandbox_order where donation = $1 for update")
                .bind(0, id.value())
                .map(row -> requireNonNull(row.get("state", String.class)))
                .one();
    }

    /** What the provider would answer a question: PAID, FAILED or OPEN; empty when it knows no such order. */
    Mono<String> ask(DonationId id) {
        return database.sql("select case when pays_at <= $2 then 'PAID' else state end as state"
                        + " from donations.sandbox_order where donation = $1")
                .bind(0, id.value())
                .bind(1, utc(wallClock.instant()))
                .map(row -> requireNonNull(row.get("state", String.class)))
                .one();
    }

    private Mono<Void> place(Donation donation, SandboxOutcome outcome, String state, @Nullable Instant paysAt) {
        var update = database.sql(
                        "update donations.sandbox_order set outcome = $2, state = $3, pays_at = $4 where donation = $1")
                .bind(0, donation.id().value())
                .bind(1, outcome.name())
                .bind(2, state);
        return (paysAt == null ? update.bindNull(3, OffsetDateTime.class) : update.bind(3, utc(paysAt))).then();
    }

    private Mono<Void> owe(DonationId id, SandboxNotice notice, Instant due, boolean forged) {
        return database.sql("insert into donations.sandbox_notice (donation, body, forged, due_at)"
                        + " values ($1, $2, $3, $4)")
                .bind(0, id.value())
                .bind(1, JSON.writeValueAsString(notice))
                .bind(2, forged)
                .bind(3, utc(due))
                .then();
    }

    /** A notice on its way out. */
    record Owed(long number, String body, boolean forged, int tries) {}

    /** Takes what is due and moves it ahead by {@code lease}, so that nobody else sends it meanwhile. */
    Flux<Owed> claim(int limit, Duration lease) {
        Instant now = wallClock.instant();
        return database.sql("update donations.sandbox_notice set tries = tries + 1, due_at = $2 where number in ("
                        + "select number from donations.sandbox_notice where ended_at is null and due_at <= $1"
                        + " order by due_at, number limit $3 for update skip locked)"
                        + " returning number, body, forged, tries")
                .bind(0, utc(now))
                .bind(1, utc(now.plus(lease)))
                .bind(2, limit)
                .map(row -> new Owed(
                        requireNonNull(row.get("number", Long.class)),
                        requireNonNull(row.get("body", String.class)),
                        requireNonNull(row.get("forged", Boolean.class)),
                        requireNonNull(row.get("tries", Integer.class))))
                .all();
    }

    Mono<Void> end(long notice) {
        return database.sql("update donations.sandbox_notice set ended_at = $2 where number = $1")
                .bind(0, notice)
                .bind(1, utc(wallClock.instant()))
                .then();
    }

    Mono<Void> retry(long notice, Duration after) {
        return database.sql("update donations.sandbox_notice set due_at = $2 where number = $1")
                .bind(0, notice)
                .bind(1, utc(wallClock.instant().plus(after)))
                .then();
    }

    /** The provider's number of an order's payment. */
    static String reference(DonationId id) {
        return "sandbox-" + id;
    }

    private static SandboxNotice paid(DonationId id, Money amount) {
        return new SandboxNotice(
                id.toString(),
                reference(id),
                SandboxNotice.PAID,
                new SandboxNotice.Amount(amount.fen(), Money.CURRENCY));
    }

    private static SandboxNotice ended(DonationId id) {
        return new SandboxNotice(id.toString(), reference(id), SandboxNotice.ENDED, null);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
