package org.yici.disbursement.crosscheck.report;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.application.ApplicationId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reports with their findings and what was said to them. Only ever added to. */
@Component
public final class Reports {

    private static final HexFormat HEX = HexFormat.of();

    private static final String RELATED = "select l.staff from disbursement.relation l"
            + " join disbursement.application c on c.household = l.household"
            + " where c.id = $1 and l.lifted_at is null and l.staff is not null";

    private final DatabaseClient database;
    private final Seals seals;

    Reports(DatabaseClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /** The newest first. */
    public Flux<Report> of(ApplicationId application) {
        return database.sql("select * from disbursement.crosscheck_report where application = $1 order by number desc")
                .bind(0, application.value())
                .map(this::read)
                .all();
    }

    public Mono<Report> find(UUID id) {
        return database.sql("select * from disbursement.crosscheck_report where id = $1")
                .bind(0, id)
                .map(this::read)
                .one();
    }

    /** The number of the application's next report; the caller has locked the application. */
    Mono<Integer> next(ApplicationId application) {
        return database.sql("select coalesce(max(number), 0) + 1 as next from disbursement.crosscheck_report"
                        + " where application = $1")
                .bind(0, application.value())
                .map(row -> Columns.required(row, "next", Integer.class))
                .one();
    }

    /**
     * Where an application stands, and its newest report.
     *
     * @param number of that report; 0 where there is none
     * @param keys of what that report found
     */
    public record Newest(ApplicationId application, UUID household, int number, Set<String> keys) {}

    public Flux<Newest> newest(List<UUID> applications) {
        return database.sql("select a.id, a.household, coalesce(r.number, 0) as number,"
                        + " array(select encode(f.key, 'hex') from disbursement.crosscheck_finding f where f.report = r.id)"
                        + " as keys from disbursement.application a left join lateral (select id, number"
                        + " from disbursement.crosscheck_report where application = a.id order by number desc limit 1) r"
                        + " on true where a.id = any($1) order by a.id")
                .bind(0, applications.toArray(UUID[]::new))
                .map(row -> new Newest(
                        new ApplicationId(Columns.id(row, "id")),
                        Columns.id(row, "household"),
                        Columns.required(row, "number", Integer.class),
                        Set.of(Columns.required(row, "keys", String[].class))))
                .all();
    }

    /** The caller has locked the application. */
    public Mono<Report> add(Report report) {
        var call = database.sql("insert into disbursement.crosscheck_report"
                        + " (id, application, number, day, made_by, made_at, findings, hash, content, run)"
                        + " values ($1, $2, $3, $4::date, $5, $6, $7, $8, $9, $10)")
                .bind(0, report.id())
                .bind(1, report.application().value())
                .bind(2, report.number())
                .bind(3, LocalDate.parse(report.content().basis().day()))
                .bind(4, report.madeBy())
                .bind(5, Columns.utc(report.madeAt()))
                .bind(6, report.content().findings().size())
                .bind(7, HEX.parseHex(report.hash()));
        Long run = report.run();
        call = run == null ? call.bindNull(9, Long.class) : call.bind(9, run);
        return seals.bind(call, 8, report.content().canonical(), "crosscheck_report", report.id(), "content")
                .then()
                .then(addFindings(report))
                .thenReturn(report);
    }

    private Mono<Void> addFindings(Report report) {
        List<Finding> findings = report.content().findings();
        return database.sql("insert into disbursement.crosscheck_finding (report, number, key)"
                        + " select $1, f.number, decode(f.key, 'hex') from unnest($2, $3) as f (number, key)")
                .bind(0, report.id())
                .bind(1, findings.stream().map(Finding::number).toArray(Integer[]::new))
                .bind(2, findings.stream().map(Finding::key).toArray(String[]::new))
                .then();
    }

    /**
     * How many findings of the newest report nobody has said a word to, in this report or for the same one in an earlier.
     * What somebody said who is declared related to the household is there to be read, and does not count.
     */
    Mono<Long> unanswered(ApplicationId application) {
        return database.sql("select count(*) as n from disbursement.crosscheck_finding f where f.report = ("
                        + "select id from disbursement.crosscheck_report where application = $1"
                        + " order by number desc limit 1)"
                        + " and not exists (select 1 from disbursement.crosscheck_answer a"
                        + " join disbursement.crosscheck_finding g on g.report = a.report and g.number = a.finding"
                        + " join disbursement.crosscheck_report r on r.id = g.report"
                        + " where g.key = f.key and r.application = $1 and a.by not in (" + RELATED + "))")
                .bind(0, application.value())
                .map(row -> Columns.number(row, "n"))
                .one();
    }

    Mono<Void> answer(UUID report, int finding, Answer answer) {
        UUID id = UUID.randomUUID();
        var call = database.sql("insert into disbursement.crosscheck_answer"
                        + " (id, report, finding, verdict, by, at, words) values ($1, $2, $3, $4, $5, $6, $7)")
                .bind(0, id)
                .bind(1, report)
                .bind(2, finding)
                .bind(3, answer.verdict().name())
                .bind(4, answer.by())
                .bind(5, Columns.utc(answer.at()));
        return seals.bind(call, 6, answer.words(), "crosscheck_answer", id, "words")
                .then();
    }

    private record Said(String key, Answer answer) {}

    /** What was said to the findings of an application, by their keys, oldest first. */
    public Mono<Map<String, List<Answer>>> answers(ApplicationId application) {
        return database.sql("select a.*, f.key from disbursement.crosscheck_answer a"
                        + " join disbursement.crosscheck_finding f on f.report = a.report and f.number = a.finding"
                        + " join disbursement.crosscheck_report r on r.id = a.report"
                        + " where r.application = $1 order by a.at, a.id")
                .bind(0, application.value())
                .map(this::said)
                .all()
                .collect(LinkedHashMap::new, (all, said) -> all.computeIfAbsent(said.key(), any -> new ArrayList<>())
                        .add(said.answer()));
    }

    private Said said(Readable row) {
        return new Said(
                HEX.formatHex(Columns.required(row, "key", byte[].class)),
                new Answer(
                        Answer.Verdict.valueOf(Columns.text(row, "verdict")),
                        seals.open(row, "crosscheck_answer", Columns.id(row, "id"), "words"),
                        Columns.text(row, "by"),
                        Columns.instant(row, "at")));
    }

    private Report read(Readable row) {
        UUID id = Columns.id(row, "id");
        String hash = HEX.formatHex(Columns.required(row, "hash", byte[].class));
        Instant at = Columns.instant(row, "made_at");
        return new Report(
                id,
                new ApplicationId(Columns.id(row, "application")),
                Columns.required(row, "number", Integer.class),
                Columns.text(row, "made_by"),
                at,
                hash,
                Report.verified(seals.open(row, "crosscheck_report", id, "content"), hash),
                row.get("run", Long.class));
    }
}
