package org.yici.disbursement.application;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.MemberId;
import org.yici.ledger.AidKind;
import org.yici.ledger.GrantCode;
import org.yici.ledger.Money;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Applications with their histories. */
@Component
public final class Applications {

    private static final String CASE = "select a.*, n.code as notice, n.ends_at, n.ended_at,"
            + " coalesce(n.ended_at < n.ends_at, false) as cut_short, w.id as award, w.grant_code,"
            + " w.amount as awarded, w.state as award_state, p.of as appeals,"
            + " (select count(*) from disbursement.objection o where o.application = a.id and o.state = 'OPEN') as open,"
            + " exists (select from disbursement.objection o where o.application = a.id and o.state = 'UPHELD') as upheld,"
            + " (select array_agg(distinct s.actor) from disbursement.application_step s where s.application = p.of"
            + " and s.actor is not null and s.action = any('{" + deciding() + "}')) as deciders,"
            + " exists (select from disbursement.consent c where c.household = a.household"
            + " and c.kind = 'REGISTER' and c.withdrawn_on is null) as consented"
            + " from disbursement.application a"
            + " left join disbursement.notice n on n.application = a.id"
            + " left join disbursement.award w on w.application = a.id"
            + " left join disbursement.appeal p on p.application = a.id";

    private final DatabaseClient database;
    private final Seals seals;
    private final CaseFiles files;

    Applications(DatabaseClient database, Seals seals, CaseFiles files) {
        this.database = database;
        this.seals = seals;
        this.files = files;
    }

    private static String deciding() {
        return Arrays.stream(Action.values())
                .filter(action -> action.duty().decides())
                .map(Action::name)
                .collect(Collectors.joining(","));
    }

    /** The case as it is stored; the clock's word is {@link Application#at}. */
    public Mono<Application> find(ApplicationId id) {
        return database.sql(CASE + " where a.id = $1")
                .bind(0, id.value())
                .map(this::header)
                .one()
                .flatMap(this::withSteps);
    }

    /** The same, and until the end of the transaction nobody else changes it: every decision begins here. */
    Mono<Application> lock(ApplicationId id) {
        return database.sql("select id from disbursement.application where id = $1 for update")
                .bind(0, id.value())
                .map(row -> Columns.id(row, "id"))
                .one()
                .flatMap(locked -> find(id));
    }

    /** A person's or household's applications that are still under way, for the case page and the household page. */
    public Flux<Application> ofHousehold(HouseholdId household) {
        return database.sql(CASE + " where a.household = $1 order by a.since desc limit 50")
                .bind(0, household.value())
                .map(this::header)
                .all();
    }

    /** Several at once, in no order; without their histories. */
    public Flux<Application> all(List<UUID> ids) {
        return database.sql(CASE + " where a.id = any($1)")
                .bind(0, ids.toArray(UUID[]::new))
                .map(this::header)
                .all();
    }

    /** Longest waiting first; without their histories. */
    public Flux<Application> in(List<ApplicationState> states, int limit) {
        return database.sql(CASE + " where a.state = any($1) order by a.since, a.id limit $2")
                .bind(0, states.stream().map(Enum::name).toArray(String[]::new))
                .bind(1, limit)
                .map(this::header)
                .all();
    }

    Mono<Application> add(Application application, Step first) {
        GenericExecuteSpec call = database.sql("insert into disbursement.application"
                        + " (id, household, member, kind, amount, state, since, reason)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8)")
                .bind(0, application.id().value())
                .bind(1, application.household().value())
                .bind(2, application.member().value())
                .bind(3, application.kind().word())
                .bind(4, application.amount().fen())
                .bind(5, application.state().name())
                .bind(6, Columns.utc(application.since()));
        return seals.bind(call, 7, application.reason(), "application", application.id(), "reason")
                .then()
                .then(append(application.id(), 0, first))
                .thenReturn(application);
    }

    /** Writes down the case's newest step. */
    Mono<Application> record(Application moved) {
        return database.sql("update disbursement.application set state = $2, since = $3 where id = $1")
                .bind(0, moved.id().value())
                .bind(1, moved.state().name())
                .bind(2, Columns.utc(moved.since()))
                .then()
                .then(append(moved.id(), moved.steps().size() - 1, moved.lastStep()))
                .thenReturn(moved);
    }

    private Mono<Void> append(ApplicationId id, int number, Step step) {
        GenericExecuteSpec call = database.sql("insert into disbursement.application_step"
                        + " (application, number, action, led_to, at, came_from, actor, amount, note)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
                .bind(0, id.value())
                .bind(1, number)
                .bind(2, step.action().name())
                .bind(3, step.to().name())
                .bind(4, Columns.utc(step.at()));
        call = orNull(call, 5, step.from() == null ? null : step.from().name(), String.class);
        call = orNull(call, 6, step.actor(), String.class);
        call = orNull(call, 7, step.amount() == null ? null : step.amount().fen(), Long.class);
        return seals.bind(call, 8, step.note(), "application_step", id + "." + number, "note")
                .then();
    }

    private Mono<Application> withSteps(Application header) {
        return database.sql("select * from disbursement.application_step where application = $1 order by number")
                .bind(0, header.id().value())
                .map(row -> step(header.id(), row))
                .all()
                .collectList()
                .map(header::with)
                .flatMap(application -> files.of(application).map(application::with));
    }

    private Step step(ApplicationId id, Readable row) {
        String from = row.get("came_from", String.class);
        Long amount = row.get("amount", Long.class);
        String cell = id + "." + Columns.required(row, "number", Integer.class);
        return new Step(
                Action.valueOf(Columns.text(row, "action")),
                from == null ? null : ApplicationState.valueOf(from),
                ApplicationState.valueOf(Columns.text(row, "led_to")),
                row.get("actor", String.class),
                Columns.instant(row, "at"),
                seals.openOrNull(row, "application_step", cell, "note"),
                amount == null ? null : Money.ofFen(amount));
    }

    private Application header(Readable row) {
        ApplicationId id = new ApplicationId(Columns.id(row, "id"));
        UUID award = row.get("award", UUID.class);
        return new Application(
                id,
                new HouseholdId(Columns.id(row, "household")),
                new MemberId(Columns.id(row, "member")),
                AidKind.ofWord(Columns.text(row, "kind")),
                Money.ofFen(Columns.number(row, "amount")),
                seals.open(row, "application", id, "reason"),
                ApplicationState.valueOf(Columns.text(row, "state")),
                Columns.instant(row, "since"),
                notice(row),
                award == null
                        ? null
                        : new Application.Award(
                                award,
                                GrantCode.of(Columns.text(row, "grant_code")),
                                Money.ofFen(Columns.number(row, "awarded")),
                                Columns.text(row, "award_state")),
                appeal(row),
                Columns.required(row, "consented", Boolean.class),
                List.of(),
                CaseFile.EMPTY);
    }

    private static Application.@Nullable Notice notice(Readable row) {
        String code = row.get("notice", String.class);
        return code == null
                ? null
                : new Application.Notice(
                        code,
                        Columns.instant(row, "ends_at"),
                        Columns.instantOrNull(row, "ended_at") != null,
                        Columns.required(row, "cut_short", Boolean.class),
                        Columns.number(row, "open"),
                        Columns.required(row, "upheld", Boolean.class));
    }

    private static Application.@Nullable Appeal appeal(Readable row) {
        UUID of = row.get("appeals", UUID.class);
        String[] deciders = row.get("deciders", String[].class);
        return of == null
                ? null
                : new Application.Appeal(new ApplicationId(of), deciders == null ? Set.of() : Set.of(deciders));
    }

    private static <T> GenericExecuteSpec orNull(GenericExecuteSpec call, int index, @Nullable T value, Class<T> type) {
        return value == null ? call.bindNull(index, type) : call.bind(index, value);
    }
}
