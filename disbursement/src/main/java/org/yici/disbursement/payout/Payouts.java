package org.yici.disbursement.payout;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.award.AwardId;
import org.yici.disbursement.household.CardNumber;
import org.yici.disbursement.household.MemberId;
import org.yici.disbursement.payout.Payout.Item;
import org.yici.disbursement.payout.Payout.ItemState;
import org.yici.ledger.Money;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.privacy.BlindIndex;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Payout batches and what the bank said to each item. */
@Component
final class Payouts {

    private static final String TABLE = "payout_item";
    private static final String BATCH = "select p.*, (select count(*) from disbursement.payout_item i"
            + " where i.payout = p.id and i.state = 'RETURNED') as returned from disbursement.payout p";

    private final DatabaseClient database;
    private final Seals seals;
    private final BlindIndex index;

    Payouts(DatabaseClient database, Seals seals, BlindIndex index) {
        this.database = database;
        this.seals = seals;
        this.index = index;
    }

    /** @param payees of its items, in their order */
    Mono<Void> add(Payout payout, List<Payee> payees) {
        return database.sql("insert into disbursement.payout (id, code, state, total, made_by, made_at)"
                        + " values ($1, $2, $3, $4, $5, $6)")
                .bind(0, payout.id().value())
                .bind(1, payout.code())
                .bind(2, payout.state().name())
                .bind(3, payout.total().fen())
                .bind(4, payout.madeBy())
                .bind(5, Columns.utc(payout.madeAt()))
                .then()
                .thenMany(Flux.range(0, payees.size()))
                .concatMap(place -> add(payout.id(), payout.items().get(place), payees.get(place)))
                .then();
    }

    private Mono<Void> add(PayoutId payout, Item item, Payee payee) {
        var call = database.sql("insert into disbursement.payout_item"
                        + " (end_to_end, payout, award, amount, state, sent, holder, card_index, payee, card)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
                .bind(0, item.endToEnd())
                .bind(1, payout.value())
                .bind(2, item.award().value())
                .bind(3, item.amount().fen())
                .bind(4, item.state().name())
                .bind(5, item.sent())
                .bind(6, payee.holder().value())
                .bind(7, payee.card().index(index));
        call = seals.bind(call, 8, payee.name(), TABLE, item.endToEnd(), "payee");
        return seals.bind(call, 9, payee.card().digits(), TABLE, item.endToEnd(), "card")
                .then();
    }

    /** Where the money of each payment goes, by its end-to-end id; without those from before that was kept. */
    Mono<Map<String, Payee>> payees(PayoutId payout) {
        return database.sql("select end_to_end, holder, payee, card from disbursement.payout_item"
                        + " where payout = $1 and card is not null")
                .bind(0, payout.value())
                .map(row -> Map.entry(Columns.text(row, "end_to_end"), payee(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Payee payee(Readable row) {
        String endToEnd = Columns.text(row, "end_to_end");
        return new Payee(
                new MemberId(Columns.id(row, "holder")),
                seals.open(row, TABLE, endToEnd, "payee"),
                CardNumber.of(seals.open(row, TABLE, endToEnd, "card")));
    }

    /** How often each award has been sent before: a number of attempts for the end-to-end id. */
    Mono<Long> attempts(AwardId award) {
        return database.sql("select count(*) as attempts from disbursement.payout_item where award = $1")
                .bind(0, award.value())
                .map(row -> Columns.number(row, "attempts"))
                .one();
    }

    Mono<Outcome<Payout>> find(String id) {
        return find(id, "");
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Mono<Outcome<Payout>> lock(String id) {
        return find(id, " for update");
    }

    private Mono<Outcome<Payout>> find(String id, String lock) {
        Optional<UUID> known = Columns.parseId(id);
        return Mono.justOrEmpty(known)
                .flatMap(uuid -> database.sql(BATCH + " where p.id = $1" + lock)
                        .bind(0, uuid)
                        .map(Payouts::header)
                        .one())
                .flatMap(this::withItems)
                .map(Outcome::done)
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND));
    }

    /** Newest first, without their items. */
    Flux<Payout> newest(int limit) {
        return database.sql(BATCH + " order by p.made_at desc, p.id desc limit $1")
                .bind(0, limit)
                .map(Payouts::header)
                .all();
    }

    /** @param actor who wrote the bank's answer down */
    Mono<Void> settle(
            String endToEnd, ItemState state, @Nullable Long done, @Nullable String reason, StaffMember actor) {
        var call = database.sql("update disbursement.payout_item set state = $2, done = $3, reason = $4,"
                        + " answered_by = $5 where end_to_end = $1")
                .bind(0, endToEnd)
                .bind(1, state.name())
                .bind(4, actor.username());
        call = done == null ? call.bindNull(2, Long.class) : call.bind(2, done);
        return (reason == null ? call.bindNull(3, String.class) : call.bind(3, reason)).then();
    }

    /** A batch is settled when the bank has answered for all of it. */
    Mono<Payout> closeIfAnswered(Payout payout) {
        return database.sql("update disbursement.payout set state = 'SETTLED' where id = $1 and not exists"
                        + " (select from disbursement.payout_item where payout = $1 and state = 'SENT')")
                .bind(0, payout.id().value())
                .then()
                .then(find(payout.id().toString()))
                .map(found -> found.fold(p -> p, refusal -> payout));
    }

    private Mono<Payout> withItems(Payout header) {
        return database.sql("select * from disbursement.payout_item where payout = $1 order by end_to_end")
                .bind(0, header.id().value())
                .map(Payouts::item)
                .all()
                .collectList()
                .map(items -> new Payout(
                        header.id(),
                        header.code(),
                        header.state(),
                        header.total(),
                        header.madeBy(),
                        header.madeAt(),
                        header.returned(),
                        items));
    }

    private static Payout header(Readable row) {
        return new Payout(
                new PayoutId(Columns.id(row, "id")),
                Columns.text(row, "code"),
                Payout.State.valueOf(Columns.text(row, "state")),
                Money.ofFen(Columns.number(row, "total")),
                Columns.text(row, "made_by"),
                Columns.instant(row, "made_at"),
                Columns.number(row, "returned"),
                List.of());
    }

    private static Item item(Readable row) {
        return new Item(
                Columns.text(row, "end_to_end"),
                new AwardId(Columns.id(row, "award")),
                Money.ofFen(Columns.number(row, "amount")),
                ItemState.valueOf(Columns.text(row, "state")),
                Columns.number(row, "sent"),
                row.get("done", Long.class),
                row.get("reason", String.class),
                row.get("answered_by", String.class));
    }
}
