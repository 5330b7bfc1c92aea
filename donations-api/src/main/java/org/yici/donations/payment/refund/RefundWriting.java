package org.yici.donations.payment.refund;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.order.OrderNumber;
import org.yici.ledger.Money;
import org.yici.platform.privacy.FieldCipher;
import reactor.core.publisher.Mono;

/** Writes refunds down, each step in one statement. Whether it may be taken was decided before, on the locked row. */
@Component
final class RefundWriting {

    private final DatabaseClient database;
    private final FieldCipher cipher;

    RefundWriting(DatabaseClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    Mono<RefundId> begin(DonationId gift, @Nullable Money wished, Instant now) {
        GenericExecuteSpec insert = database.sql("insert into donations.refund (id, donation, status, asked_at, wished)"
                        + " values (uuidv7(), $1, 'ASKED', $2, $3) returning id")
                .bind(0, gift.value())
                .bind(1, now.atOffset(ZoneOffset.UTC));
        return (wished == null ? insert.bindNull(2, Long.class) : insert.bind(2, wished.fen()))
                .map(row -> new RefundId(requireNonNull(row.get("id", UUID.class))))
                .one();
    }

    Mono<Void> propose(RefundId id, RefundStatus to, Refund.Proposal proposal) {
        return update(id, to, "amount = $3, reason = $4, proposed_by = $5")
                .bind(2, proposal.amount().fen())
                .bind(3, cipher.encrypt(proposal.reason(), Refunds.cellOfReason(id)))
                .bind(4, proposal.by())
                .then();
    }

    Mono<Void> decline(RefundId id, RefundStatus to, String by) {
        return update(id, to, "decided_by = $3").bind(2, by).then();
    }

    /** @param sequence of the journal that took it out of the fund */
    Mono<Void> approve(RefundId id, RefundStatus to, String by, long sequence) {
        return number(id).flatMap(number -> update(
                        id, to, "decided_by = $3, sequence = $4, sending = $5, tries = 0, due_at = now()")
                .bind(2, by)
                .bind(3, sequence)
                .bind(4, number.value())
                .then());
    }

    /** Goes to the provider once more, under a number that it does not know yet. */
    Mono<Void> sendAgain(RefundId id, RefundStatus to) {
        return number(id).flatMap(number -> update(id, to, "sending = $3, tries = 0, due_at = now()")
                .bind(2, number.value())
                .then());
    }

    /** The next try of what is on its way under this number comes at once. */
    Mono<Void> dueNow(String number) {
        return database.sql("update donations.refund set due_at = now()"
                        + " where sending = $1 and status in ('APPROVED', 'SENT') and due_at > now()")
                .bind(0, number)
                .then();
    }

    /**
     * Takes the next try for the caller alone, and moves the one after it ahead. False when somebody else has taken it: the
     * number or the count is not what it was, or a dispute has taken something of it in between.
     */
    Mono<Boolean> claim(RefundId id, RefundStatus to, Refund.Sending seen, Money taken, Instant next) {
        return database.sql(
                        "update donations.refund set status = $2, tries = tries + 1, due_at = $3"
                                + " where id = $1 and sending = $4 and tries = $5 and taken = $6 and status in ('APPROVED', 'SENT')")
                .bind(0, id.value())
                .bind(1, to.name())
                .bind(2, next.atOffset(ZoneOffset.UTC))
                .bind(3, seen.number().value())
                .bind(4, seen.tries())
                .bind(5, taken.fen())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Waits for a person from now on, not for the provider. */
    Mono<Void> rest(RefundId id, RefundStatus to) {
        return update(id, to, "due_at = 'infinity'").then();
    }

    /**
     * @param sequence of the journal that says that the donor has it
     * @param by who paid it by hand; null for the provider
     */
    Mono<Void> finish(RefundId id, RefundStatus to, long sequence, @Nullable String by) {
        GenericExecuteSpec update = update(id, to, "due_at = 'infinity', paid_sequence = $3, paid_by = $4")
                .bind(2, sequence);
        return (by == null ? update.bindNull(3, String.class) : update.bind(3, by)).then();
    }

    /** @param status what follows; {@code part} of it is not owed to the donor any more */
    Mono<Void> take(RefundId id, RefundStatus status, Money part) {
        return update(id, status, "taken = taken + $3").bind(2, part.fen()).then();
    }

    /** It was done, and is owed once more. */
    Mono<Void> comeBack(RefundId id, RefundStatus to) {
        return update(id, to, "came_back = came_back + 1, paid_sequence = null, paid_by = null")
                .then();
    }

    Mono<Void> keepName(OrderNumber number, String known) {
        return database.sql("update donations.refund_sending set known = $2 where number = $1")
                .bind(0, number.value())
                .bind(1, known)
                .then();
    }

    private Mono<OrderNumber> number(RefundId id) {
        OrderNumber number = OrderNumber.of(UUID.randomUUID());
        return database.sql("insert into donations.refund_sending (number, refund) values ($1, $2)")
                .bind(0, number.value())
                .bind(1, id.value())
                .then()
                .thenReturn(number);
    }

    private GenericExecuteSpec update(RefundId id, RefundStatus to, String what) {
        return database.sql("update donations.refund set status = $2, " + what + " where id = $1")
                .bind(0, id.value())
                .bind(1, to.name());
    }
}
