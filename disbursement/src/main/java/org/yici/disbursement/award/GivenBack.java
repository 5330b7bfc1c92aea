package org.yici.disbursement.award;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What households gave back of awards that had been paid. An award is guarded by the lock on its application. */
@Component
public final class GivenBack {

    private final DatabaseClient database;

    GivenBack(DatabaseClient database) {
        this.database = database;
    }

    /** What each of its funds still bears of an award: its share less what came back to it. Funds that bear nothing are left out. */
    public Mono<Map<FundCode, Money>> stillBorne(AwardId award) {
        return database.sql("select fund, amount - returned as fen from disbursement.award_share"
                        + " where award = $1 and amount > returned")
                .bind(0, award.value())
                .map(row -> Map.entry(FundCode.of(Columns.text(row, "fund")), Money.ofFen(Columns.number(row, "fen"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new);
    }

    /** Zero where nothing came back from the household. */
    public Mono<Money> of(AwardId award) {
        return database.sql("select returned from disbursement.award where id = $1")
                .bind(0, award.value())
                .map(row -> Money.ofFen(Columns.number(row, "returned")))
                .one();
    }

    /** Writes down what came back to each fund. Where that was the last of it, the award has ended. */
    public Mono<AwardState> add(AwardId award, Map<FundCode, Money> parts) {
        return Flux.fromIterable(parts.entrySet())
                .concatMap(part -> database.sql("update disbursement.award_share set returned = returned + $3"
                                + " where award = $1 and fund = $2")
                        .bind(0, award.value())
                        .bind(1, part.getKey().value())
                        .bind(2, part.getValue().fen())
                        .then())
                .then(add(award, parts.values().stream().reduce(Money.ZERO, Money::plus)));
    }

    private Mono<AwardState> add(AwardId award, Money sum) {
        return database.sql("update disbursement.award set returned = returned + $2,"
                        + " state = case when returned + $2 = amount then 'RELEASED' else state end"
                        + " where id = $1 returning state")
                .bind(0, award.value())
                .bind(1, sum.fen())
                .map(row -> AwardState.valueOf(Columns.text(row, "state")))
                .one();
    }
}
