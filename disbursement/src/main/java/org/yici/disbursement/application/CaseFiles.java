package org.yici.disbursement.application;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.application.CaseFile.Part;
import org.yici.disbursement.programme.Programme;
import org.yici.disbursement.programme.Programmes;
import org.yici.disbursement.standard.Paper;
import org.yici.disbursement.standard.Version;
import org.yici.ledger.FundCode;
import org.yici.platform.clock.ProgramClock;
import reactor.core.publisher.Mono;

/** What lies beside each case, as the steps ask for it: words, usernames and funds, nothing sealed. */
@Component
final class CaseFiles {

    /** A record in which somebody related had a hand is there to be read, and does not count. */
    private static final String FILE = "with related as (select staff, fund from disbursement.relation"
            + " where household = $2 and lifted_at is null),"
            + " kept as (select e.paper, e.duty, e.by, v.duty as void_duty, v.by as voided_by from disbursement.evidence e"
            + " left join disbursement.evidence_void v on v.evidence = e.id where e.application = $1),"
            + " visit as (select duty, array_append(staff, by) as people from disbursement.home_visit where application = $1),"
            + " review as (select duty, by from disbursement.community_review where application = $1)"
            + " select array(select distinct paper from kept where voided_by is null) as papers,"
            + " exists (select from visit where not people && array(select staff from related where staff is not null))"
            + " as visited,"
            + " exists (select from review where by not in (select staff from related where staff is not null)) as reviewed,"
            + " array(select duty || ' ' || by from kept"
            + " union select void_duty || ' ' || voided_by from kept where voided_by is not null"
            + " union select duty || ' ' || unnest(people) from visit"
            + " union select duty || ' ' || by from review) as parts,"
            + " array(select staff from related where staff is not null) as related,"
            + " array(select fund from related where fund is not null) as funds,"
            + " (select count(*) from disbursement.application a join disbursement.member m on m.id = a.member"
            + " join disbursement.member n on n.identity_index = m.identity_index"
            + " join disbursement.application o on o.member = n.id and o.kind = a.kind and o.id <> a.id"
            + " where a.id = $1 and o.state not in ('CONFIRMED', 'REFUSED', 'WITHDRAWN')) as alike,"
            + " array(select r.made_by from disbursement.crosscheck_report r where r.application = $1 and r.run is null"
            + " union select w.by from disbursement.crosscheck_report r"
            + " join disbursement.crosscheck_answer w on w.report = r.id where r.application = $1) as askers";

    private final DatabaseClient database;
    private final Programmes programmes;
    private final ProgramClock clock;

    CaseFiles(DatabaseClient database, Programmes programmes, ProgramClock clock) {
        this.database = database;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** The file of a case as it is today. */
    Mono<CaseFile> of(Application application) {
        Mono<CaseFile> file = database.sql(FILE)
                .bind(0, application.id().value())
                .bind(1, application.household().value())
                .map(CaseFiles::file)
                .one();
        boolean decided = application.award() != null
                || Transitions.open(application.state()).isEmpty();
        return !decided
                ? file.flatMap(found -> programmes
                        .of(application.kind(), application.judgedOn(clock.today()))
                        .map(programme -> found.asking(papers(programme))))
                : file;
    }

    private static List<String> papers(Programme programme) {
        return programme.standard().map(Version::evidence).orElse(List.of());
    }

    private static CaseFile file(Readable row) {
        Stream<String> records = Stream.concat(
                yes(row, "visited") ? Stream.of(Paper.HOME_VISIT) : Stream.empty(),
                yes(row, "reviewed") ? Stream.of(Paper.COMMUNITY_REVIEW) : Stream.empty());
        Stream<String> files = words(row, "papers").filter(paper -> !Paper.RECORDS.contains(paper));
        return new CaseFile(
                List.of(),
                Stream.concat(files, records).collect(Collectors.toSet()),
                words(row, "parts").map(CaseFiles::part).toList(),
                words(row, "related").collect(Collectors.toSet()),
                funds(row),
                Math.toIntExact(Columns.number(row, "alike")),
                words(row, "askers").collect(Collectors.toSet()));
    }

    private static Set<FundCode> funds(Readable row) {
        return words(row, "funds").map(FundCode::of).collect(Collectors.toSet());
    }

    private static Part part(String dutyAndName) {
        String[] pieces = dutyAndName.split(" ", 2);
        return new Part(pieces[1], Duty.valueOf(pieces[0]));
    }

    private static boolean yes(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Boolean.class));
    }

    private static Stream<String> words(Readable row, String column) {
        return Stream.of(Objects.requireNonNull(row.get(column, String[].class)));
    }
}
