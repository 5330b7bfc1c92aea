package org.yici.donations.payment.discrepancy;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.PaymentReason;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.AuditTrail;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What waits for a person. The same thing found again is the same discrepancy, also after it was settled. */
@Component
public class Discrepancies {

    private static final Logger log = LoggerFactory.getLogger(Discrepancies.class);

    private final DatabaseClient database;
    private final Transactions transactions;
    private final AuditTrail trail;
    private final ProgramClock clock;

    Discrepancies(DatabaseClient database, Transactions transactions, AuditTrail trail, ProgramClock clock) {
        this.database = database;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Opens one, unless it is there. */
    public Mono<Void> open(
            Discrepancy.Kind kind, String provider, String subject, @Nullable DonationId donation, @Nullable Long fen) {
        log.warn("{}: {} {} waits for a person", provider, kind.word(), subject);
        var insert = database.sql(
                        "insert into donations.discrepancy (kind, provider, subject, donation, fen, opened_at)"
                                + " values ($1, $2, $3, $4, $5, $6) on conflict do nothing")
                .bind(0, kind.word())
                .bind(1, provider)
                .bind(2, subject)
                .bind(5, utc(clock.instant()));
        insert = donation == null ? insert.bindNull(3, UUID.class) : insert.bind(3, donation.value());
        return (fen == null ? insert.bindNull(4, Long.class) : insert.bind(4, fen)).then();
    }

    /** The open ones, the oldest first, after a number. */
    public Flux<Discrepancy> open(long after, int limit) {
        return database.sql(
                        "select number, kind, provider, subject, donation, fen, opened_at, owner from donations.discrepancy"
                                + " where settled_at is null and number > $1 order by number limit $2")
                .bind(0, after)
                .bind(1, limit)
                .map(Discrepancies::discrepancy)
                .all();
    }

    public Mono<Long> count() {
        return database.sql("select count(*) as n from donations.discrepancy where settled_at is null")
                .map(row -> requireNonNull(row.get("n", Long.class)))
                .one();
    }

    /** What did not fit does now: it settles itself, by nobody. For what can come to fit; all else waits for a person. */
    public Mono<Void> fits(String provider, String subject) {
        return database.sql("update donations.discrepancy set settled_at = $3, outcome = 'matched'"
                        + " where provider = $1 and subject = $2 and settled_at is null"
                        + " and kind in ('missing-in-bill', 'not-bookable', 'other-settlement', 'unclear-line')")
                .bind(0, provider)
                .bind(1, subject)
                .bind(2, utc(clock.instant()))
                .then();
    }

    /** The same for many of one kind, inside the caller's transaction. */
    public Mono<Void> fits(Discrepancy.Kind kind, String provider, Collection<String> subjects) {
        return database.sql("update donations.discrepancy set settled_at = $4, outcome = 'matched'"
                        + " where kind = $1 and provider = $2 and subject = any($3) and settled_at is null")
                .bind(0, kind.word())
                .bind(1, provider)
                .bind(2, subjects.toArray(String[]::new))
                .bind(3, utc(clock.instant()))
                .then();
    }

    /** Somebody looks into it from now on, in place of whoever did; refused when it is settled already. */
    public Mono<Outcome<Long>> takeOn(StaffMember actor, long number) {
        return transactions.inOne(() -> database.sql(
                        "update donations.discrepancy set owner = $2 where number = $1 and settled_at is null")
                .bind(0, number)
                .bind(1, actor.username())
                .fetch()
                .rowsUpdated()
                .flatMap(updated -> updated == 1
                        ? trail.record(actor, "discrepancy-taken-on", Long.toString(number), Map.of())
                                .thenReturn(Outcome.done(number))
                        : Mono.just(Outcome.<Long>refused(PaymentReason.SETTLED_ALREADY))));
    }

    /** Settles one, once; refused when it is settled already, or as refunded before its gift has a finished refund. */
    public Mono<Outcome<Long>> settle(StaffMember actor, long number, Discrepancy.Settlement settlement, String note) {
        return transactions.inOne(
                () -> database.sql("update donations.discrepancy set settled_at = $2, settled_by = $3,"
                                + " outcome = $4, note = $5 where number = $1 and settled_at is null and ($4 <> 'refunded'"
                                + " or exists (select from donations.refund r where r.donation = discrepancy.donation"
                                + " and r.status = 'DONE'))")
                        .bind(0, number)
                        .bind(1, utc(clock.instant()))
                        .bind(2, actor.username())
                        .bind(3, settlement.name().toLowerCase(Locale.ROOT))
                        .bind(4, note)
                        .fetch()
                        .rowsUpdated()
                        .flatMap(updated -> updated == 1
                                ? trail.record(
                                                actor,
                                                "discrepancy-settled",
                                                Long.toString(number),
                                                Map.of("outcome", settlement.name()))
                                        .thenReturn(Outcome.done(number))
                                : notSettled(number)));
    }

    private Mono<Outcome<Long>> notSettled(long number) {
        return database.sql(
                        "select exists (select from donations.discrepancy where number = $1 and settled_at is null) as open")
                .bind(0, number)
                .map(row -> Boolean.TRUE.equals(row.get("open", Boolean.class))
                        ? Outcome.<Long>refused(PaymentReason.NOT_REFUNDED)
                        : Outcome.<Long>refused(PaymentReason.SETTLED_ALREADY))
                .one();
    }

    private static Discrepancy discrepancy(Readable row) {
        UUID donation = row.get("donation", UUID.class);
        return new Discrepancy(
                requireNonNull(row.get("number", Long.class)),
                Discrepancy.Kind.of(requireNonNull(row.get("kind", String.class))),
                requireNonNull(row.get("provider", String.class)),
                requireNonNull(row.get("subject", String.class)),
                donation == null ? null : new DonationId(donation),
                row.get("fen", Long.class),
                requireNonNull(row.get("opened_at", OffsetDateTime.class)).toInstant(),
                row.get("owner", String.class));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
