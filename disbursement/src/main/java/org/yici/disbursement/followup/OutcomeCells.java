package org.yici.disbursement.followup;

import java.time.Instant;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.award.Award;
import org.yici.platform.facts.Fact;
import org.yici.platform.facts.FactOutbox;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells the public how grants turned out, never of fewer than five people at once: the results of one cell (a kind of aid, a
 * question, an answer) wait until they are of five people, and are told together, without a word about which grants.
 */
@Component
final class OutcomeCells {

    private static final int FEWEST_PEOPLE = 5;

    private final DatabaseClient database;
    private final FactOutbox outbox;

    OutcomeCells(DatabaseClient database, FactOutbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    private record Cell(String kind, String question, String answer) {}

    private record Waiting(Cell cell, long visits, long people) {}

    /** Every cell is locked, in the order of the questions, before the first is told. */
    Mono<Void> count(Award award, Visit visit) {
        Visit.Results results = visit.results();
        Map<String, String> answers = results == null ? Map.of() : results.answers();
        return Flux.fromIterable(answers.entrySet())
                .map(answer -> new Cell(award.kind().word(), answer.getKey(), answer.getValue()))
                .concatMap(cell -> add(cell, award, visit).then(waiting(cell)))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .filter(waiting -> waiting.people() >= FEWEST_PEOPLE)
                .concatMap(waiting -> tell(waiting, visit.at()))
                .then();
    }

    private Mono<Void> add(Cell cell, Award award, Visit visit) {
        return of(
                        "insert into disbursement.outcome_cell as c (kind, question, answer) values ($1, $2, $3)"
                                + " on conflict (kind, question, answer) do update set told = c.told",
                        cell)
                .then()
                .then(of(
                                "insert into disbursement.outcome_waiting (kind, question, answer, visit, person)"
                                        + " values ($1, $2, $3, $4, $5)",
                                cell)
                        .bind(3, visit.id())
                        .bind(4, award.person())
                        .then());
    }

    private Mono<Waiting> waiting(Cell cell) {
        return of(
                        "select count(*) as visits, count(distinct person) as people from disbursement.outcome_waiting"
                                + " where kind = $1 and question = $2 and answer = $3",
                        cell)
                .map(row -> new Waiting(cell, Columns.number(row, "visits"), Columns.number(row, "people")))
                .one();
    }

    private Mono<Void> tell(Waiting waiting, Instant at) {
        Cell cell = waiting.cell();
        return of("delete from disbursement.outcome_waiting where kind = $1 and question = $2 and answer = $3", cell)
                .then()
                .then(of(
                                "update disbursement.outcome_cell set told = told + $4"
                                        + " where kind = $1 and question = $2 and answer = $3",
                                cell)
                        .bind(3, waiting.visits())
                        .then())
                .then(outbox.publish(
                        new Fact.OutcomesTold(cell.kind(), cell.question(), cell.answer(), waiting.visits()), 0, at))
                .then();
    }

    private DatabaseClient.GenericExecuteSpec of(String sql, Cell cell) {
        return database.sql(sql).bind(0, cell.kind()).bind(1, cell.question()).bind(2, cell.answer());
    }
}
