package org.yici.donations.payment.checkout;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.checkout.PaymentState.Event;
import org.yici.donations.payment.order.Opened;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderNumber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The orders on file. Each change is one statement that only takes the steps of {@link PaymentState}. */
@Component
class Orders {

    private static final String FIND = "select " + OrderRows.COLUMNS + " from donations.provider_order ";

    private final DatabaseClient database;
    private final OrderRows rows;
    private final String origin;

    Orders(DatabaseClient database, OrderRows rows, @Value("${yici.public-url}") String origin) {
        this.database = database;
        this.rows = rows;
        this.origin = origin;
    }

    /** Where the donor of a gift comes back to. */
    String back(DonationId donation) {
        return rows.back(origin, donation);
    }

    /**
     * The order of this gift, provider and form that is open: the given one, or one that was there before. Empty when the gift
     * has a payment already, whether that is in the books yet or not.
     */
    Mono<StoredOrder> keep(DonationId id, Order order, Instant askAt) {
        var insert = database.sql(
                        "insert into donations.provider_order (id, donation, provider, form, amount, title, payer,"
                                + " address, back, created_at, expires_at, state, ask_at, number)"
                                + " select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'CREATED', $12, $13"
                                + " where not exists (select from donations.provider_order p"
                                + " where p.donation = $2 and p.payment is not null) on conflict do nothing")
                .bind(0, id.value())
                .bind(1, order.donation().value())
                .bind(2, order.provider())
                .bind(3, order.form())
                .bind(4, order.amount().fen())
                .bind(5, order.title())
                .bind(8, origin)
                .bind(9, utc(order.createdAt()))
                .bind(10, utc(order.expiresAt()))
                .bind(11, utc(askAt))
                .bind(12, order.number().value());
        insert = bindBytes(insert, 6, rows.seal(order.payer(), id, "payer"));
        insert = bindBytes(insert, 7, rows.seal(order.address(), id, "address"));
        return insert.then().then(open(order.donation(), order.provider(), order.form()));
    }

    /** The order of this gift, provider and form that is open. */
    Mono<StoredOrder> open(DonationId donation, String provider, String form) {
        return database.sql(FIND
                        + "where donation = $1 and provider = $2 and form = $3 and state in ('CREATED', 'PENDING')")
                .bind(0, donation.value())
                .bind(1, provider)
                .bind(2, form)
                .map(rows::order)
                .one();
    }

    Mono<StoredOrder> find(String provider, OrderNumber number) {
        return database.sql(FIND + "where id = $1 and provider = $2")
                .bind(0, number.id())
                .bind(1, provider)
                .map(rows::order)
                .one();
    }

    /** All orders that were opened for a gift, the oldest first. */
    Flux<StoredOrder> of(DonationId donation) {
        return database.sql(FIND + "where donation = $1 order by id")
                .bind(0, donation.value())
                .map(rows::order)
                .all();
    }

    /** Nobody is asked about it any more. */
    Mono<Void> leave(StoredOrder order) {
        return database.sql(
                        "update donations.provider_order set ask_at = 'infinity' where id = $1 and state = 'CLOSED'")
                .bind(0, order.id().value())
                .then();
    }

    Flux<StoredOrder> due(Instant now, int most) {
        return database.sql(FIND + "where ask_at <= $1 order by ask_at limit $2")
                .bind(0, utc(now))
                .bind(1, most)
                .map(rows::order)
                .all();
    }

    /** Moves the next asking ahead, for one instance alone. */
    Mono<Boolean> claim(StoredOrder order, Instant next) {
        return database.sql(
                        "update donations.provider_order set ask_at = $3, asks = asks + 1 where id = $1 and asks = $2")
                .bind(0, order.id().value())
                .bind(1, order.asks())
                .bind(2, utc(next))
                .fetch()
                .rowsUpdated()
                .map(updated -> updated == 1);
    }

    Mono<Void> opened(StoredOrder order, Opened opened) {
        var update = database.sql(step(Event.OPENING, ", shown = $2, known = $3"))
                .bind(0, order.id().value())
                .bind(1, ShownCheckout.write(opened.checkout()));
        String known = opened.known();
        return (known == null ? update.bindNull(2, String.class) : update.bind(2, known)).then();
    }

    Mono<Void> closed(StoredOrder order) {
        return move(order, Event.CLOSING);
    }

    /**
     * Notes the payment; true when this payment, and no other, is the order's, now or since before. A number that another order
     * of the provider has already is none of this one's.
     */
    Mono<Boolean> paid(StoredOrder order, String payment) {
        return database.sql(step(Event.PAYMENT, ", payment = $2, paid_at = now()"))
                .bind(0, order.id().value())
                .bind(1, payment)
                .then()
                .then(database.sql("select payment = $2 as mine from donations.provider_order where id = $1")
                        .bind(0, order.id().value())
                        .bind(1, payment)
                        .map(row -> Boolean.TRUE.equals(row.get("mine", Boolean.class)))
                        .one())
                .onErrorResume(DuplicateKeyException.class, another -> Mono.just(false));
    }

    /** The money is in the books, for this gift. */
    Mono<Void> booked(StoredOrder order, DonationId gift) {
        return database.sql("update donations.provider_order set paid_for = $2, ask_at = 'infinity' where id = $1")
                .bind(0, order.id().value())
                .bind(1, gift.value())
                .then()
                .then(Mono.defer(() -> endOthers(order)));
    }

    /** The gift's other orders have no time left: they are closed at their providers soon, so that nobody pays twice. */
    private Mono<Void> endOthers(StoredOrder paid) {
        return database.sql(
                        "update donations.provider_order set expires_at = least(expires_at, now() - interval '1 second'),"
                                + " ask_at = now() where donation = $1 and id <> $2 and state in ('CREATED', 'PENDING')")
                .bind(0, paid.order().donation().value())
                .bind(1, paid.id().value())
                .then();
    }

    /** The order whose payment is this gift's money. */
    Mono<StoredOrder> thatPaid(DonationId gift) {
        return database.sql(FIND + "where paid_for = $1")
                .bind(0, gift.value())
                .map(rows::order)
                .one();
    }

    Mono<StoredOrder> findByPayment(String provider, String payment) {
        return database.sql(FIND + "where provider = $1 and payment = $2")
                .bind(0, provider)
                .bind(1, payment)
                .map(rows::order)
                .one();
    }

    /** Some of the payment is on its way back. */
    Mono<Void> goesBack(StoredOrder order) {
        return move(order, Event.REFUND);
    }

    /** A refund has ended well; how much is back altogether, the gift says. */
    Mono<Void> wentBack(StoredOrder order) {
        return database.sql("select d.status = 'REFUNDED' as all_back from donations.provider_order o"
                        + " join donations.donation d on d.id = o.paid_for where o.id = $1")
                .bind(0, order.id().value())
                .map(row -> Boolean.TRUE.equals(row.get("all_back", Boolean.class)) ? Event.ALL_BACK : Event.PART_BACK)
                .one()
                .flatMap(event -> move(order, event));
    }

    /** A refund has ended, and nothing came of it: what stands is what stood before it. */
    Mono<Void> staysHere(StoredOrder order) {
        return database.sql("select exists (select from donations.provider_order o join donations.refund r"
                        + " on r.donation = o.paid_for and r.status = 'DONE' and r.paid_by is null"
                        + " where o.id = $1) as some_back")
                .bind(0, order.id().value())
                .map(row ->
                        Boolean.TRUE.equals(row.get("some_back", Boolean.class)) ? Event.PART_BACK : Event.NOTHING_BACK)
                .one()
                .flatMap(event -> move(order, event));
    }

    Mono<Void> disputed(StoredOrder order) {
        return move(order, Event.DISPUTE);
    }

    private Mono<Void> move(StoredOrder order, Event event) {
        return database.sql(step(event, "")).bind(0, order.id().value()).then();
    }

    /** Changes nothing where the event has no place. @param more columns to set in the same step */
    private static String step(Event event, String more) {
        PaymentStep step = new PaymentStep(event);
        return "update donations.provider_order set " + step.next() + more + " where id = $1 and " + step.isOpen();
    }

    private static DatabaseClient.GenericExecuteSpec bindBytes(
            DatabaseClient.GenericExecuteSpec sql, int index, byte @Nullable [] bytes) {
        return bytes == null ? sql.bindNull(index, ByteBuffer.class) : sql.bind(index, ByteBuffer.wrap(bytes));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
