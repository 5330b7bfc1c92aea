package org.yici.disbursement.crosscheck.run;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.application.ApplicationState;
import org.yici.disbursement.crosscheck.report.Basis;
import org.yici.disbursement.crosscheck.report.Finding;
import org.yici.platform.privacy.Cell;
import org.yici.platform.privacy.FieldCipher;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Runs over the register and their lines, sealed household by household. Only ever added to. */
@Component
public final class Runs {

    private static final HexFormat HEX = HexFormat.of();
    private static final String SELECT = "select number, category, day, made_by, made_at, households, people, found,"
            + " basis::text as basis from disbursement.crosscheck_run ";

    private static final String REACHED = "select r.application, h.code, a.state, (select count(*)"
            + " from disbursement.crosscheck_finding f where f.report = r.id and not exists"
            + " (select from disbursement.crosscheck_answer w join disbursement.crosscheck_finding g"
            + " on g.report = w.report and g.number = w.finding"
            + " join disbursement.crosscheck_report q on q.id = g.report"
            + " where g.key = f.key and q.application = r.application)) as waiting"
            + " from disbursement.crosscheck_report r join disbursement.application a on a.id = r.application"
            + " join disbursement.household h on h.id = a.household where r.run = $1"
            + " order by waiting desc, h.code, r.application limit $2";

    private final DatabaseClient database;
    private final FieldCipher cipher;
    private final JsonMapper json = StrictJson.strict();

    Runs(DatabaseClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    public Mono<Run> find(long number) {
        return database.sql(SELECT + "where number = $1")
                .bind(0, number)
                .map(this::read)
                .one();
    }

    /** Newest first, before a number. */
    public Flux<Run> before(long number, int limit) {
        return database.sql(SELECT + "where number < $1 order by number desc limit $2")
                .bind(0, number)
                .bind(1, limit)
                .map(this::read)
                .all();
    }

    /** @param run its number does not count: the database gives one */
    Mono<Long> add(Run run) {
        var call = database.sql("insert into disbursement.crosscheck_run"
                        + " (day, made_by, made_at, households, people, found, basis, category)"
                        + " values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8) returning number")
                .bind(0, run.day())
                .bind(1, run.madeBy())
                .bind(2, Columns.utc(run.madeAt()))
                .bind(3, run.households())
                .bind(4, run.people())
                .bind(5, run.found())
                .bind(6, json.writeValueAsString(run.basis()));
        String category = run.category();
        return (category == null ? call.bindNull(7, String.class) : call.bind(7, category))
                .map(row -> Columns.number(row, "number"))
                .one();
    }

    Mono<Void> addLines(long run, List<RunLine> lines) {
        return lines.isEmpty()
                ? Mono.empty()
                : database.sql(
                                "insert into disbursement.crosscheck_run_line (run, position, household, findings, content)"
                                        + " select $1, l.position, l.household, l.findings, decode(l.content, 'hex')"
                                        + " from unnest($2, $3, $4, $5) as l (position, household, findings, content)")
                        .bind(0, run)
                        .bind(1, lines.stream().map(RunLine::position).toArray(Integer[]::new))
                        .bind(2, lines.stream().map(RunLine::household).toArray(UUID[]::new))
                        .bind(
                                3,
                                lines.stream()
                                        .map(line -> line.findings().size())
                                        .toArray(Integer[]::new))
                        .bind(4, lines.stream().map(line -> seal(run, line)).toArray(String[]::new))
                        .then();
    }

    /**
     * A case that has a report of the run.
     *
     * @param household its code
     * @param waiting how many findings of that report nobody has said a word to
     */
    public record Reached(UUID application, String household, ApplicationState state, long waiting) {}

    /** The cases that the run reached; those that wait for words first. */
    public Flux<Reached> reached(long run, int limit) {
        return database.sql(REACHED)
                .bind(0, run)
                .bind(1, limit)
                .map(row -> new Reached(
                        Columns.id(row, "application"),
                        Columns.text(row, "code"),
                        ApplicationState.valueOf(Columns.text(row, "state")),
                        Columns.number(row, "waiting")))
                .all();
    }

    private String seal(long run, RunLine line) {
        String findings = json.writeValueAsString(line.findings());
        return HEX.formatHex(cipher.encrypt(findings, cell(run, line.position())));
    }

    /** In their order, behind a position. */
    public Flux<RunLine> lines(long run, int after, int limit) {
        return database.sql("select position, household, content from disbursement.crosscheck_run_line"
                        + " where run = $1 and position > $2 order by position limit $3")
                .bind(0, run)
                .bind(1, after)
                .bind(2, limit)
                .map(row -> line(run, row))
                .all();
    }

    private RunLine line(long run, Readable row) {
        int position = Columns.required(row, "position", Integer.class);
        String findings = cipher.decrypt(Columns.required(row, "content", byte[].class), cell(run, position));
        return new RunLine(position, Columns.id(row, "household"), List.of(json.readValue(findings, Finding[].class)));
    }

    private Run read(Readable row) {
        return new Run(
                Columns.number(row, "number"),
                row.get("category", String.class),
                Columns.required(row, "day", LocalDate.class),
                Columns.text(row, "made_by"),
                Columns.instant(row, "made_at"),
                Columns.required(row, "households", Integer.class),
                Columns.required(row, "people", Integer.class),
                Columns.required(row, "found", Integer.class),
                json.readValue(Columns.text(row, "basis"), Basis.class));
    }

    private static Cell cell(long run, int position) {
        return Cell.of("disbursement.crosscheck_run_line", run + "/" + position, "content");
    }
}
