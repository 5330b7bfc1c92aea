package org.yici.disbursement.household;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.privacy.BlindIndex;
import org.yici.platform.privacy.PhoneNumber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The register. What is personal is sealed on the way in and opened on the way out. */
@Component
public final class Households {

    private final DatabaseClient database;
    private final Seals seals;
    private final BlindIndex index;
    private final HouseholdRows rows;

    Households(DatabaseClient database, Seals seals, BlindIndex index) {
        this.database = database;
        this.seals = seals;
        this.index = index;
        this.rows = new HouseholdRows(seals);
    }

    /** Refused when one of its members lives in another household, which two officers at once cannot get around. */
    Mono<Outcome<HouseholdId>> add(NewHousehold household, String code) {
        return insert(household, code)
                .thenMany(Flux.fromIterable(household.members()).index())
                .concatMap(member -> insert(
                                household.id(), member.getT2(), member.getT1().intValue())
                        .filter(inserted -> inserted == 0)
                        .flatMap(none -> elsewhere(member.getT2())))
                .next()
                .map(other -> Outcome.<HouseholdId>refused(HouseholdReason.PERSON_REGISTERED, other))
                .defaultIfEmpty(Outcome.done(household.id()));
    }

    private Mono<String> elsewhere(NewHousehold.Person person) {
        return database.sql(
                        "select h.code from disbursement.member m join disbursement.household h on h.id = m.household"
                                + " where m.identity_index = $1 and m.living")
                .bind(0, index.of(person.identity()))
                .map(row -> Columns.text(row, "code"))
                .one();
    }

    private Mono<Long> insert(NewHousehold household, String code) {
        HouseholdId id = household.id();
        GenericExecuteSpec call = database.sql("insert into disbursement.household"
                        + " (id, code, township, category, card_holder, consent_at, registered_by, registered_at,"
                        + " card_number, village) values ($1, $2, $3, $4, $5, $6, $7, $6, $8, $9)")
                .bind(0, id.value())
                .bind(1, code)
                .bind(2, household.township())
                .bind(3, household.category().name())
                .bind(4, household.cardHolder().id().value())
                .bind(5, Columns.utc(household.registeredAt()))
                .bind(6, household.registeredBy());
        call = seals.bind(call, 7, household.cardNumber().digits(), "household", id, "card_number");
        return seals.bind(call, 8, household.village(), "household", id, "village")
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> insert(HouseholdId household, NewHousehold.Person person, int position) {
        MemberId id = person.id();
        GenericExecuteSpec call = database.sql(
                        "insert into disbursement.member"
                                + " (id, household, position, identity_index, name, identity, relation, phone)"
                                + " values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (identity_index) where living do nothing")
                .bind(0, id.value())
                .bind(1, household.value())
                .bind(2, position)
                .bind(3, index.of(person.identity()));
        call = seals.bind(call, 4, person.name(), "member", id, "name");
        call = seals.bind(call, 5, person.identity().value(), "member", id, "identity");
        call = seals.bind(call, 6, person.relation(), "member", id, "relation");
        PhoneNumber phone = person.phone();
        return seals.bind(call, 7, phone == null ? null : phone.digits(), "member", id, "phone")
                .fetch()
                .rowsUpdated();
    }

    /** The household of that id or code; empty when there is none. */
    public Mono<Household> find(String idOrCode) {
        return Columns.parseId(idOrCode)
                .map(id -> find(new HouseholdId(id)))
                .orElseGet(() -> query("h.code = $1", 1, idOrCode).next());
    }

    public Mono<Household> find(HouseholdId id) {
        return query("h.id = $1", 1, id.value()).next();
    }

    /** Newest first, from the household after that one on; at most {@code limit}. */
    public Flux<Household> newest(@Nullable UUID after, int limit) {
        String onwards =
                "(h.registered_at, h.id) < (select registered_at, id from disbursement.household where id = $1)";
        return query(after == null ? "true" : onwards, limit, after);
    }

    private Flux<Household> query(String where, int limit, @Nullable Object parameter) {
        GenericExecuteSpec call = database.sql("select h.*, m.id as member, m.name, m.identity, m.identity_index,"
                + " m.relation, m.phone from (select * from disbursement.household h where " + where
                + " order by h.registered_at desc, h.id desc limit " + limit + ") h"
                + " join disbursement.member m on m.household = h.id"
                + " order by h.registered_at desc, h.id desc, m.position");
        return (parameter == null ? call : call.bind(0, parameter))
                .map(rows::line)
                .all()
                .bufferUntilChanged(HouseholdRows.Line::household)
                .map(HouseholdRows::household);
    }
}
