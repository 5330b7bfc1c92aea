package org.yici.disbursement.household.question;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.MemberId;
import org.yici.disbursement.household.question.Question.Decision;
import org.yici.disbursement.household.question.Question.Kind;
import org.yici.disbursement.household.question.Question.Said;
import org.yici.platform.privacy.BlindIndex;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The questions and their answers. The same thing is asked once, however often a list comes. */
@Component
public final class Questions {

    private static final String TABLE = "register_question";
    private static final String PURPOSE = "register-question";

    private final DatabaseClient database;
    private final Seals seals;
    private final BlindIndex index;
    private final JsonMapper json = StrictJson.strict();

    Questions(DatabaseClient database, Seals seals, BlindIndex index) {
        this.database = database;
        this.seals = seals;
        this.index = index;
    }

    /**
     * True when it was not asked before.
     *
     * @param about what makes it this question and no other
     */
    Mono<Boolean> ask(Question question, String about) {
        GenericExecuteSpec call = database.sql("insert into disbursement.register_question"
                        + " (id, kind, about, household, member, raised_by, raised_at, other_member, said)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (about) do nothing")
                .bind(0, question.id())
                .bind(1, question.kind().name())
                .bind(2, index.of(PURPOSE, question.kind() + "\n" + about))
                .bind(3, question.household().value())
                .bind(4, question.member().value())
                .bind(5, question.raisedBy())
                .bind(6, Columns.utc(question.raisedAt()));
        MemberId other = question.other();
        call = other == null ? call.bindNull(7, UUID.class) : call.bind(7, other.value());
        Said said = question.said();
        return seals.bind(call, 8, said == null ? null : json.writeValueAsString(said), TABLE, question.id(), "said")
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Longest waiting first, behind one; of those that wait or of those that are decided. */
    public Flux<Question> list(boolean decided, @Nullable UUID after, int limit) {
        String which = decided ? "decision is not null" : "decision is null";
        String onwards = after == null
                ? ""
                : " and (raised_at, id) > (select raised_at, id from disbursement.register_question where id = $1)";
        GenericExecuteSpec call = database.sql("select * from disbursement.register_question where " + which + onwards
                + " order by raised_at, id limit " + limit);
        return (after == null ? call : call.bind(0, after)).map(this::question).all();
    }

    public Mono<Long> waiting() {
        return database.sql("select count(*) as n from disbursement.register_question where decision is null")
                .map(row -> Columns.number(row, "n"))
                .one();
    }

    Mono<Question> lock(UUID id) {
        return database.sql("select * from disbursement.register_question where id = $1 for update")
                .bind(0, id)
                .map(this::question)
                .one();
    }

    Mono<Void> decide(UUID id, Question.Answer answer) {
        GenericExecuteSpec call = database.sql("update disbursement.register_question set decision = $2,"
                        + " decided_by = $3, decided_at = $4, note = $5 where id = $1 and decision is null")
                .bind(0, id)
                .bind(1, answer.decision().name())
                .bind(2, answer.by())
                .bind(3, Columns.utc(answer.at()));
        return seals.bind(call, 4, answer.note(), TABLE, id, "note").then();
    }

    private Question question(Readable row) {
        UUID id = Columns.id(row, "id");
        UUID other = row.get("other_member", UUID.class);
        String said = seals.openOrNull(row, TABLE, id, "said");
        return new Question(
                id,
                Kind.valueOf(Columns.text(row, "kind")),
                new HouseholdId(Columns.id(row, "household")),
                new MemberId(Columns.id(row, "member")),
                other == null ? null : new MemberId(other),
                said == null ? null : json.readValue(said, Said.class),
                Columns.text(row, "raised_by"),
                Columns.instant(row, "raised_at"),
                answer(id, row));
    }

    private Question.@Nullable Answer answer(UUID id, Readable row) {
        String decision = row.get("decision", String.class);
        Instant at = Columns.instantOrNull(row, "decided_at");
        return decision == null || at == null
                ? null
                : new Question.Answer(
                        Decision.valueOf(decision),
                        seals.open(row, TABLE, id, "note"),
                        Columns.text(row, "decided_by"),
                        at);
    }
}
