package org.yici.disbursement.household.question;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.household.CardUse;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.MemberId;
import org.yici.disbursement.household.question.Question.Kind;
import org.yici.platform.staff.StaffMember;
import reactor.core.publisher.Mono;

/**
 * Asks about a card by which another household is paid already, in another person's name: one of the numbers may be wrong, or
 * somebody takes other people's money. A guardian's card for several households is no question.
 */
@Component
final class CardTwice implements CardUse {

    private final DatabaseClient database;
    private final Questions questions;

    CardTwice(DatabaseClient database, Questions questions) {
        this.database = database;
        this.questions = questions;
    }

    private record Pair(HouseholdId earlier, MemberId holder, MemberId newcomer) {}

    @Override
    public Mono<Void> looked(StaffMember actor, HouseholdId household, Instant at) {
        return database.sql("select o.id, o.card_holder as holder, h.card_holder as newcomer"
                        + " from disbursement.household h"
                        + " join disbursement.household o on o.card_index = h.card_index and o.id <> h.id and o.living"
                        + " join disbursement.member one on one.id = o.card_holder"
                        + " join disbursement.member other on other.id = h.card_holder"
                        + " where h.id = $1 and one.identity_index <> other.identity_index"
                        + " order by o.registered_at, o.id limit 1")
                .bind(0, household.value())
                .map(row -> new Pair(
                        new HouseholdId(Columns.id(row, "id")),
                        new MemberId(Columns.id(row, "holder")),
                        new MemberId(Columns.id(row, "newcomer"))))
                .one()
                .flatMap(pair -> questions.ask(
                        new Question(
                                UUID.randomUUID(),
                                Kind.CARD_TWICE,
                                pair.earlier(),
                                pair.holder(),
                                pair.newcomer(),
                                null,
                                actor.username(),
                                at,
                                null),
                        pair.holder() + "\n" + pair.newcomer()))
                .then();
    }
}
