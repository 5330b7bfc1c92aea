package org.yici.disbursement.household;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.household.Household.Member;
import org.yici.platform.privacy.BlindIndex;
import org.yici.platform.privacy.PhoneNumber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes down what is new about a household on the register. Inside the transaction of who holds its lock. */
@Component
public final class HouseholdChanges {

    private final DatabaseClient database;
    private final Seals seals;
    private final NearIndex near;
    private final BlindIndex index;
    private final Households households;

    HouseholdChanges(DatabaseClient database, Seals seals, NearIndex near, BlindIndex index, Households households) {
        this.database = database;
        this.seals = seals;
        this.near = near;
        this.index = index;
        this.households = households;
    }

    /** A member as he or she is now; the identity number is who it is, and never changes. */
    public record MemberNow(
            MemberId id,
            String name,
            String relation,
            @Nullable PhoneNumber phone,
            boolean head,
            @Nullable MemberId guardian,
            @Nullable CardNumber ownCard) {

        @Override
        public String toString() {
            return "member " + id;
        }
    }

    /** Who is no longer the head goes first: there is one. */
    public Mono<Void> members(List<MemberNow> members) {
        return Flux.fromIterable(members)
                .sort((one, other) -> Boolean.compare(one.head(), other.head()))
                .concatMap(this::member)
                .then();
    }

    private Mono<Void> member(MemberNow member) {
        MemberId id = member.id();
        GenericExecuteSpec call = database.sql("update disbursement.member set head = $2, name = $3, relation = $4,"
                        + " phone = $5, card_number = $6, guardian = $7 where id = $1")
                .bind(0, id.value())
                .bind(1, member.head());
        call = seals.bind(call, 2, member.name(), "member", id, "name");
        call = seals.bind(call, 3, member.relation(), "member", id, "relation");
        PhoneNumber phone = member.phone();
        call = seals.bind(call, 4, phone == null ? null : phone.digits(), "member", id, "phone");
        CardNumber card = member.ownCard();
        call = seals.bind(call, 5, card == null ? null : card.digits(), "member", id, "card_number");
        MemberId guardian = member.guardian();
        return (guardian == null ? call.bindNull(6, UUID.class) : call.bind(6, guardian.value())).then();
    }

    /** The card that the household is paid by from now on, and who wrote that down. */
    public Mono<Void> card(HouseholdId id, MemberId holder, CardNumber number, String by, Instant at) {
        GenericExecuteSpec call = database.sql(
                        "update disbursement.household set card_holder = $2, card_number = $3, card_index = $4,"
                                + " card_by = $5, card_at = $6 where id = $1")
                .bind(0, id.value())
                .bind(1, holder.value())
                .bind(3, number.index(index))
                .bind(4, by)
                .bind(5, Columns.utc(at));
        return seals.bind(call, 2, number.digits(), "household", id, "card_number")
                .then();
    }

    /** Where it lives from now on; its people are found by their village, so their indexes follow. */
    public Mono<Void> place(HouseholdId id, Place place) {
        GenericExecuteSpec call = database.sql("update disbursement.household set township = $2, village = $3,"
                        + " village_code = $4, township_code = $5 where id = $1")
                .bind(0, id.value())
                .bind(1, place.township());
        call = seals.bind(call, 2, place.village(), "household", id, "village");
        call = seals.bind(call, 3, place.villageCode(), "household", id, "village_code");
        String code = place.townshipCode();
        return (code == null ? call.bindNull(4, String.class) : call.bind(4, code))
                .then()
                .then(households.find(id))
                .flatMapIterable(Household::members)
                .concatMap(member -> near(member, place))
                .then();
    }

    private Mono<Void> near(Member member, Place place) {
        return database.sql("update disbursement.member set near_index = $2 where id = $1")
                .bind(0, member.id().value())
                .bind(1, near.of(member.identity(), place))
                .then();
    }
}
