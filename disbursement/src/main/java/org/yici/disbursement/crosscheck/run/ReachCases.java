package org.yici.disbursement.crosscheck.run;

import static org.yici.disbursement.application.ApplicationState.AWARDED;
import static org.yici.disbursement.application.ApplicationState.NOTICE_ENDED;
import static org.yici.disbursement.application.ApplicationState.OBJECTED;
import static org.yici.disbursement.application.ApplicationState.ON_NOTICE;
import static org.yici.disbursement.application.ApplicationState.PAYING;
import static org.yici.disbursement.application.ApplicationState.RETURNED;
import static org.yici.disbursement.application.ApplicationState.REVIEWED;
import static org.yici.disbursement.application.ApplicationState.SUBMITTED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.crosscheck.report.Finding;
import org.yici.disbursement.crosscheck.report.Matches;
import org.yici.disbursement.crosscheck.report.Report;
import org.yici.disbursement.crosscheck.report.Reports;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a run found of a household stands in its cases from then on: in those under way, where it waits for somebody's words as
 * any finding does, and in those that were paid of late, for whoever visits. A case whose newest report says all of it already
 * gets no other, so that the same run again changes nothing.
 */
@Component
final class ReachCases {

    /** What was paid longer ago is a matter of that year's accounts. */
    private static final Duration PAID_OF_LATE = Duration.ofDays(365);

    private static final String[] UNDER_WAY = Stream.of(
                    SUBMITTED, RETURNED, REVIEWED, ON_NOTICE, OBJECTED, NOTICE_ENDED, AWARDED, PAYING)
            .map(Enum::name)
            .toArray(String[]::new);

    private static final String CASES = "select a.id from disbursement.application a"
            + " left join disbursement.award w on w.application = a.id where a.household = any($1)"
            + " and (a.state = any($2)"
            + " or a.state in ('PAID', 'CONFIRMED') and w.state = 'PAID' and w.paid_at > $3)";

    /** In the order in which a batch of payouts locks its cases, which is not the database's own. */
    private static final String LOCK = "select a.id from unnest($1) with ordinality as o (id, place)"
            + " join disbursement.application a on a.id = o.id"
            + " where a.state not in ('REFUSED', 'WITHDRAWN') order by o.place for update of a";

    private final DatabaseClient database;
    private final Reports reports;
    private final Matches matches;

    ReachCases(DatabaseClient database, Reports reports, Matches matches) {
        this.database = database;
        this.reports = reports;
        this.matches = matches;
    }

    /** How many cases it reached. Each is locked until the run's transaction ends: nobody grants past it. */
    Mono<Integer> reach(Run run, List<RunLine> lines) {
        Map<UUID, List<Finding>> found =
                lines.stream().collect(Collectors.toMap(RunLine::household, RunLine::findings));
        return cases(run, found.keySet())
                .flatMap(this::locked)
                .flatMapMany(reports::newest)
                .filter(stands -> !stands.keys().containsAll(keys(findings(found, stands))))
                .collectList()
                .flatMap(news -> matches.people(news.stream()
                                .map(Reports.Newest::household)
                                .distinct()
                                .toList())
                        .flatMap(people -> add(run, found, news, people)));
    }

    private Mono<Integer> add(
            Run run, Map<UUID, List<Finding>> found, List<Reports.Newest> news, Map<UUID, List<UUID>> people) {
        return Flux.fromIterable(news)
                .map(stands -> Report.of(
                        stands.application(),
                        stands.number() + 1,
                        run.madeBy(),
                        run.madeAt(),
                        Report.Content.of(
                                stands.application(),
                                people.getOrDefault(stands.household(), List.of()),
                                run.basis(),
                                findings(found, stands)),
                        run.number()))
                .concatMap(reports::add)
                .count()
                .map(Math::toIntExact);
    }

    private static List<Finding> findings(Map<UUID, List<Finding>> found, Reports.Newest stands) {
        return Objects.requireNonNull(found.get(stands.household()));
    }

    private static Set<String> keys(List<Finding> findings) {
        return findings.stream().map(Finding::key).collect(Collectors.toSet());
    }

    private Mono<List<UUID>> cases(Run run, Set<UUID> households) {
        return ids(database.sql(CASES)
                .bind(0, households.toArray(UUID[]::new))
                .bind(1, UNDER_WAY)
                .bind(2, Columns.utc(run.madeAt().minus(PAID_OF_LATE))));
    }

    private Mono<List<UUID>> locked(List<UUID> cases) {
        return ids(database.sql(LOCK).bind(0, cases.stream().sorted().toArray(UUID[]::new)));
    }

    private static Mono<List<UUID>> ids(DatabaseClient.GenericExecuteSpec call) {
        return call.map(row -> Columns.id(row, "id")).all().collectList();
    }
}
