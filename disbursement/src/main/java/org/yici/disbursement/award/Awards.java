package org.yici.disbursement.award;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.application.ApplicationId;
import org.yici.disbursement.household.HouseholdId;
import org.yici.ledger.AidKind;
import org.yici.ledger.FundCode;
import org.yici.ledger.GrantCode;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Awards and what each fund gave to them. An award is guarded by the lock on its application. */
@Component
public final class Awards {

    private static final String AWARD = "select w.*, (select array_agg(s.fund order by s.fund)"
            + " from disbursement.award_share s where s.award = w.id) as funds,"
            + " (select array_agg(s.amount order by s.fund) from disbursement.award_share s where s.award = w.id)"
            + " as amounts from disbursement.award w";

    private final DatabaseClient database;

    Awards(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Award> find(AwardId id) {
        return database.sql(AWARD + " where w.id = $1")
                .bind(0, id.value())
                .map(Awards::award)
                .one();
    }

    /** Longest waiting first. */
    public Flux<Award> in(List<AwardState> states, int limit) {
        return database.sql(AWARD + " where w.state = any($1) order by w.awarded_at, w.id limit $2")
                .bind(0, states.stream().map(Enum::name).toArray(String[]::new))
                .bind(1, limit)
                .map(Awards::award)
                .all();
    }

    Mono<Void> add(Award award) {
        return database.sql("insert into disbursement.award (id, grant_code, application, household, person, kind,"
                        + " township, amount, state, sequence, awarded_at)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
                .bind(0, award.id().value())
                .bind(1, award.grant().value())
                .bind(2, award.application().value())
                .bind(3, award.household().value())
                .bind(4, award.person())
                .bind(5, award.kind().word())
                .bind(6, award.township())
                .bind(7, award.amount().fen())
                .bind(8, award.state().name())
                .bind(9, award.sequence())
                .bind(10, Columns.utc(award.awardedAt()))
                .then()
                .thenMany(Flux.fromIterable(award.shares().entrySet()))
                .concatMap(share -> database.sql("insert into disbursement.award_share values ($1, $2, $3)")
                        .bind(0, award.id().value())
                        .bind(1, share.getKey().value())
                        .bind(2, share.getValue().fen())
                        .then())
                .then();
    }

    /** Writes down what became of it; {@code PAID} keeps when. */
    public Mono<Void> move(AwardId id, AwardState state, Instant at) {
        return database.sql("update disbursement.award set state = $2,"
                        + " paid_at = case when $2 = 'PAID' then $3 end where id = $1")
                .bind(0, id.value())
                .bind(1, state.name())
                .bind(2, Columns.utc(at))
                .then();
    }

    /** How many people were awarded that kind of aid in that township. */
    Mono<Long> people(String township, AidKind kind) {
        return database.sql("select count(distinct person) as people from disbursement.award"
                        + " where township = $1 and kind = $2 and state <> 'RELEASED'")
                .bind(0, township)
                .bind(1, kind.word())
                .map(row -> Columns.number(row, "people"))
                .one();
    }

    /** Whether nobody but this award has helped the person; the same for the household. */
    public record Only(boolean person, boolean household) {}

    /** Asked while the ledger is locked, so that two payouts at once cannot both be somebody's first. */
    public Mono<Only> onlyPaid(Award award) {
        return database.sql("select not exists (select from disbursement.award where state = 'PAID' and person = $1"
                        + " and id <> $3) as person, not exists (select from disbursement.award where state = 'PAID'"
                        + " and household = $2 and id <> $3) as household")
                .bind(0, award.person())
                .bind(1, award.household().value())
                .bind(2, award.id().value())
                .map(row -> new Only(
                        Columns.required(row, "person", Boolean.class),
                        Columns.required(row, "household", Boolean.class)))
                .one();
    }

    private static Award award(Readable row) {
        return new Award(
                new AwardId(Columns.id(row, "id")),
                GrantCode.of(Columns.text(row, "grant_code")),
                new ApplicationId(Columns.id(row, "application")),
                new HouseholdId(Columns.id(row, "household")),
                Columns.required(row, "person", byte[].class),
                AidKind.ofWord(Columns.text(row, "kind")),
                Columns.text(row, "township"),
                Money.ofFen(Columns.number(row, "amount")),
                shares(Columns.required(row, "funds", String[].class), Columns.required(row, "amounts", Long[].class)),
                AwardState.valueOf(Columns.text(row, "state")),
                Columns.number(row, "sequence"),
                Columns.instant(row, "awarded_at"));
    }

    private static Map<FundCode, Money> shares(String[] funds, Long[] amounts) {
        Map<FundCode, Money> shares = new LinkedHashMap<>();
        for (int i = 0; i < funds.length; i++) {
            shares.put(FundCode.of(funds[i]), Money.ofFen(amounts[i]));
        }
        return shares;
    }
}
