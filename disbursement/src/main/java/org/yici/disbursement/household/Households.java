package org.yici.disbursement.household;

import java.time.LocalDate;
import java.util.List;
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

    private static final String PEOPLE = "m.id as member, m.name, m.identity, m.identity_index, m.relation, m.phone,"
            + " m.standing, m.head, m.guardian, m.card_number as own_card, m.left_on, m.left_why";

    private final DatabaseClient database;
    private final Seals seals;
    private final BlindIndex index;
    private final NearIndex near;
    private final CategoryHistory categories;
    private final Consents consents;
    private final HouseholdRows rows;

    Households(
            DatabaseClient database,
            Seals seals,
            BlindIndex index,
            NearIndex near,
            CategoryHistory categories,
            Consents consents) {
        this.database = database;
        this.seals = seals;
        this.index = index;
        this.near = near;
        this.categories = categories;
        this.consents = consents;
        this.rows = new HouseholdRows(seals);
    }

    /** Refused when one of its members lives in another household, which two officers at once cannot get around. */
    public Mono<Outcome<HouseholdId>> add(NewHousehold household, String code) {
        return insert(household, code)
                .thenMany(Flux.fromIterable(household.people()))
                .concatMap(person -> join(household.id(), household.place(), person))
                .next()
                .map(other -> Outcome.<HouseholdId>refused(HouseholdReason.PERSON_REGISTERED, other))
                .switchIfEmpty(Mono.defer(() -> rest(household)));
    }

    private Mono<Outcome<HouseholdId>> rest(NewHousehold household) {
        return Flux.fromIterable(household.spells())
                .concatMap(spell -> categories.begin(household.id(), spell, household.registeredAt()))
                .then(consents.add(
                        household.id(), household.consent(), household.registeredBy(), household.registeredAt()))
                .thenReturn(Outcome.done(household.id()));
    }

    /** Empty when the person belongs to the household now; otherwise the code of the household where they live already. */
    public Mono<String> join(HouseholdId household, Place place, NewHousehold.Person person) {
        return insert(household, place, person)
                .filter(inserted -> inserted == 0)
                .flatMap(none -> elsewhere(person));
    }

    /** Who came to a household that was on the register already belongs to it from that day on. */
    public Mono<Void> joined(List<NewHousehold.Person> people, LocalDate day) {
        return database.sql("update disbursement.member set joined_on = $2 where id = any($1)")
                .bind(0, people.stream().map(person -> person.id().value()).toArray(UUID[]::new))
                .bind(1, day)
                .then();
    }

    private Mono<String> elsewhere(NewHousehold.Person person) {
        return database.sql(
                        "select h.code from disbursement.member m join disbursement.household h on h.id = m.household"
                                + " where m.identity_index = $1 and m.living and m.standing = 'MEMBER'")
                .bind(0, index.of(person.identity()))
                .map(row -> Columns.text(row, "code"))
                .one();
    }

    private Mono<Long> insert(NewHousehold household, String code) {
        HouseholdId id = household.id();
        Place place = household.place();
        GenericExecuteSpec call = database.sql("insert into disbursement.household"
                        + " (id, code, township, category, card_holder, consent_at, registered_by, registered_at,"
                        + " card_number, village, village_code, township_code, card_index)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $6, $8, $9, $10, $11, $12)")
                .bind(0, id.value())
                .bind(1, code)
                .bind(2, place.township())
                .bind(3, household.category().name())
                .bind(4, household.cardHolder().value())
                .bind(5, Columns.utc(household.registeredAt()))
                .bind(6, household.registeredBy());
        call = seals.bind(call, 7, household.cardNumber().digits(), "household", id, "card_number");
        call = seals.bind(call, 8, place.village(), "household", id, "village");
        call = seals.bind(call, 9, place.villageCode(), "household", id, "village_code");
        return text(call, 10, place.townshipCode())
                .bind(11, household.cardNumber().index(index))
                .fetch()
                .rowsUpdated();
    }

    /** The next free position, so that people keep theirs for ever. */
    private Mono<Long> insert(HouseholdId household, Place place, NewHousehold.Person person) {
        MemberId id = person.id();
        GenericExecuteSpec call = database.sql("insert into disbursement.member"
                        + " (id, household, position, identity_index, near_index, name, identity, relation, phone,"
                        + " card_number, standing, head, guardian)"
                        + " select $1, $2, coalesce(max(position) + 1, 0), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12"
                        + " from disbursement.member where household = $2"
                        + " on conflict (identity_index) where living and standing = 'MEMBER' do nothing")
                .bind(0, id.value())
                .bind(1, household.value())
                .bind(2, index.of(person.identity()))
                .bind(3, near.of(person.identity(), place));
        call = seals.bind(call, 4, person.name(), "member", id, "name");
        call = seals.bind(call, 5, person.identity().value(), "member", id, "identity");
        call = seals.bind(call, 6, person.relation(), "member", id, "relation");
        PhoneNumber phone = person.phone();
        call = seals.bind(call, 7, phone == null ? null : phone.digits(), "member", id, "phone");
        CardNumber card = person.ownCard();
        call = seals.bind(call, 8, card == null ? null : card.digits(), "member", id, "card_number")
                .bind(9, person.standing().name())
                .bind(10, person.head());
        MemberId guardian = person.guardian();
        return (guardian == null ? call.bindNull(11, UUID.class) : call.bind(11, guardian.value()))
                .fetch()
                .rowsUpdated();
    }

    private static GenericExecuteSpec text(GenericExecuteSpec call, int place, @Nullable String value) {
        return value == null ? call.bindNull(place, String.class) : call.bind(place, value);
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

    /** The word by which the household is known from now on. */
    public Mono<Void> nameCategory(HouseholdId household, Category category) {
        return database.sql("update disbursement.household set category = $2 where id = $1")
                .bind(0, household.value())
                .bind(1, category.name())
                .then();
    }

    /** Until the end of the transaction nobody else changes this household. */
    public Mono<Household> lock(HouseholdId id) {
        return database.sql("select id from disbursement.household where id = $1 for update")
                .bind(0, id.value())
                .map(row -> Columns.id(row, "id"))
                .one()
                .flatMap(locked -> find(id));
    }

    /** The household that somebody belongs or belonged to. */
    public Mono<HouseholdId> of(MemberId member) {
        return database.sql("select household from disbursement.member where id = $1")
                .bind(0, member.value())
                .map(row -> new HouseholdId(Columns.id(row, "household")))
                .one();
    }

    /** Several at once, in no order. */
    public Flux<Household> all(List<HouseholdId> ids) {
        return query(
                "h.id = any($1)",
                ids.size(),
                ids.stream().map(HouseholdId::value).toArray(UUID[]::new));
    }

    /** Newest first, from the household after that one on; at most {@code limit}. */
    public Flux<Household> newest(@Nullable UUID after, int limit) {
        String onwards =
                "(h.registered_at, h.id) < (select registered_at, id from disbursement.household where id = $1)";
        return query(after == null ? "true" : onwards, limit, after);
    }

    private Flux<Household> query(String where, int limit, @Nullable Object parameter) {
        GenericExecuteSpec call =
                database.sql("select h.*, " + PEOPLE + " from (select * from disbursement.household h where " + where
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
