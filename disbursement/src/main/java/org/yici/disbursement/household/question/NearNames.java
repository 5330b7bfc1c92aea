package org.yici.disbursement.household.question;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.MemberId;
import org.yici.disbursement.household.NewHousehold;
import org.yici.disbursement.household.Newcomers;
import org.yici.disbursement.household.Place;
import org.yici.disbursement.household.question.Question.Kind;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks about newcomers who have the birthday, the village and nearly the name of somebody on the register, under another
 * identity number: one of the numbers may be wrong. In one household only the very same name is asked about, since twins
 * have names that are near.
 */
@Component
final class NearNames implements Newcomers {

    private final DatabaseClient database;
    private final Seals seals;
    private final Questions questions;

    NearNames(DatabaseClient database, Seals seals, Questions questions) {
        this.database = database;
        this.seals = seals;
        this.questions = questions;
    }

    private record Pair(MemberId newcomer, MemberId known, HouseholdId household, String name) {}

    @Override
    public Mono<Void> joined(
            StaffMember actor, HouseholdId household, List<NewHousehold.Person> people, Place place, Instant at) {
        Map<MemberId, String> names = new HashMap<>();
        people.forEach(person -> names.put(person.id(), person.name()));
        return pairs(people)
                .filter(pair -> {
                    String newcomer = Objects.requireNonNull(names.get(pair.newcomer()));
                    return pair.household().equals(household)
                            ? NearName.isSame(pair.name(), newcomer)
                            : NearName.isNear(pair.name(), newcomer);
                })
                // Whole before the next statement: one connection answers one at a time.
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(pair -> questions.ask(
                        new Question(
                                UUID.randomUUID(),
                                Kind.NEAR_NAMES,
                                pair.household(),
                                pair.known(),
                                pair.newcomer(),
                                null,
                                actor.username(),
                                at,
                                null),
                        pair.known() + "\n" + pair.newcomer()))
                .then();
    }

    private Flux<Pair> pairs(List<NewHousehold.Person> people) {
        return database.sql("select n.id as newcomer, m.id, m.household, m.name from disbursement.member n"
                        + " join disbursement.member m on m.near_index = n.near_index and m.living"
                        + " and m.standing = 'MEMBER' and m.identity_index <> n.identity_index"
                        + " and (m.household <> n.household or m.position < n.position)"
                        + " where n.id = any($1) and n.standing = 'MEMBER'")
                .bind(0, people.stream().map(person -> person.id().value()).toArray(UUID[]::new))
                .map(row -> new Pair(
                        new MemberId(Columns.id(row, "newcomer")),
                        new MemberId(Columns.id(row, "id")),
                        new HouseholdId(Columns.id(row, "household")),
                        seals.open(row, "member", Columns.id(row, "id"), "name")))
                .all();
    }
}
