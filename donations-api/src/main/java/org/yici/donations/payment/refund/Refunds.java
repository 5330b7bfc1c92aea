package org.yici.donations.payment.refund;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.ledger.Money;
import org.yici.platform.privacy.Cell;
import org.yici.platform.privacy.FieldCipher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The refunds on file, for reading. {@link RefundSteps} writes them. */
@Component
public final class Refunds {

    private static final String SELECT =
            "select r.id, r.donation, r.status, r.wished, r.amount, r.reason, r.proposed_by, r.decided_by, r.sequence,"
                    + " r.paid_by, r.asked_at, r.sending, r.tries, r.taken, r.came_back, nullif(r.due_at, 'infinity') as due_at, s.known"
                    + " from donations.refund r left join donations.refund_sending s on s.number = r.sending ";

    private final DatabaseClient database;
    private final FieldCipher cipher;

    Refunds(DatabaseClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    public Mono<Refund> find(RefundId id) {
        return database.sql(SELECT + "where r.id = $1")
                .bind(0, id.value())
                .map(this::refund)
                .one();
    }

    /** The same, kept from others until the transaction ends. */
    Mono<Refund> lock(RefundId id) {
        return database.sql(SELECT + "where r.id = $1 for update of r")
                .bind(0, id.value())
                .map(this::refund)
                .one();
    }

    /** Of one gift, oldest first. */
    public Flux<Refund> ofGift(DonationId gift) {
        return database.sql(SELECT + "where r.donation = $1 order by r.id")
                .bind(0, gift.value())
                .map(this::refund)
                .all();
    }

    /** The one of this gift that is not finished. */
    Mono<Refund> unfinishedOf(DonationId gift) {
        return database.sql(SELECT
                        + "where r.donation = $1 and r.status not in ('DONE', 'DECLINED', 'DISPUTED') for update of r")
                .bind(0, gift.value())
                .map(this::refund)
                .one();
    }

    /** Those that wait for somebody, oldest first, after an id. */
    public Flux<Refund> unfinished(RefundId after, int limit) {
        return page("where r.id > $1 and r.status not in ('DONE', 'DECLINED', 'DISPUTED') order by r.id", after, limit);
    }

    /** Those that are done or declined, newest first, before an id. */
    public Flux<Refund> finished(RefundId before, int limit) {
        return page(
                "where r.id < $1 and r.status in ('DONE', 'DECLINED', 'DISPUTED') order by r.id desc", before, limit);
    }

    private Flux<Refund> page(String where, RefundId bound, int limit) {
        return database.sql(SELECT + where + " limit $2")
                .bind(0, bound.value())
                .bind(1, limit)
                .map(this::refund)
                .all();
    }

    /** Those whose time to be sent, or asked about, has come; longest due first. */
    Flux<Refund> due(Instant now, int limit) {
        return database.sql(
                        SELECT + "where r.status in ('APPROVED', 'SENT') and r.due_at <= $1 order by r.due_at limit $2")
                .bind(0, now.atOffset(ZoneOffset.UTC))
                .bind(1, limit)
                .map(this::refund)
                .all();
    }

    /** The refund that was, or is, sent under this number. */
    Mono<RefundId> sentAs(OrderNumber number) {
        return database.sql("select refund from donations.refund_sending where number = $1")
                .bind(0, number.value())
                .map(row -> new RefundId(requireNonNull(row.get("refund", UUID.class))))
                .one();
    }

    static Cell cellOfReason(RefundId id) {
        return Cell.of("donations.refund", id, "reason");
    }

    private Refund refund(Readable row) {
        RefundId id = new RefundId(requireNonNull(row.get("id", UUID.class)));
        return new Refund(
                id,
                new DonationId(requireNonNull(row.get("donation", UUID.class))),
                RefundStatus.valueOf(requireNonNull(row.get("status", String.class))),
                money(row, "wished"),
                proposal(row, id),
                row.get("decided_by", String.class),
                row.get("sequence", Long.class),
                sending(row),
                Money.ofFen(requireNonNull(row.get("taken", Long.class))),
                requireNonNull(row.get("came_back", Integer.class)),
                row.get("paid_by", String.class),
                requireNonNull(row.get("asked_at", OffsetDateTime.class)).toInstant());
    }

    private Refund.@Nullable Proposal proposal(Readable row, RefundId id) {
        Money amount = money(row, "amount");
        return amount == null
                ? null
                : new Refund.Proposal(
                        amount,
                        cipher.decrypt(requireNonNull(row.get("reason", byte[].class)), cellOfReason(id)),
                        requireNonNull(row.get("proposed_by", String.class)));
    }

    private static Refund.@Nullable Sending sending(Readable row) {
        String number = row.get("sending", String.class);
        OffsetDateTime due = row.get("due_at", OffsetDateTime.class);
        return number == null
                ? null
                : new Refund.Sending(
                        new OrderNumber(number),
                        row.get("known", String.class),
                        requireNonNull(row.get("tries", Integer.class)),
                        due == null ? null : due.toInstant());
    }

    private static @Nullable Money money(Readable row, String column) {
        Long fen = row.get(column, Long.class);
        return fen == null ? null : Money.ofFen(fen);
    }
}
