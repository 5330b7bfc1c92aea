package org.yici.disbursement.standard;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The standards and all their versions, as they stand in the database. */
@Component
public final class Standards {

    private static final String ALL = "select v.*, s.sort, p.cap as pay_first_cap, p.notice_within"
            + " from disbursement.standard s join disbursement.standard_version v on v.standard = s.code"
            + " left join disbursement.standard_pay_first p on p.version = v.id";

    private final DatabaseClient database;

    Standards(DatabaseClient database) {
        this.database = database;
    }

    private record Row(Standard.Sort sort, Version version) {}

    /** In the order of the county's list. */
    public Flux<Standard> all() {
        return database.sql(ALL + " order by s.position")
                .map(row -> new Row(Standard.Sort.valueOf(Columns.text(row, "sort")), VersionRows.version(row)))
                .all()
                .bufferUntilChanged(row -> row.version().standard())
                .map(Standards::standard);
    }

    public Mono<Standard> find(String code) {
        return all().filter(standard -> standard.code().equals(code)).next();
    }

    /** The same, and until the end of the transaction nobody else adds to it. */
    public Mono<Standard> lock(String code) {
        return database.sql(
                        "select code from disbursement.standard_version v join disbursement.standard s on s.code = v.standard"
                                + " where v.standard = $1 order by v.id for update of v")
                .bind(0, code)
                .map(row -> Columns.text(row, "code"))
                .all()
                .next()
                .flatMap(this::find);
    }

    public Mono<Void> propose(Version version) {
        return VersionRows.bind(database.sql(VersionRows.INSERT), version)
                .then()
                .then(addPayFirst(version));
    }

    private Mono<Void> addPayFirst(Version version) {
        PayFirst payFirst = version.limits().payFirst();
        return payFirst == null
                ? Mono.empty()
                : database.sql("insert into disbursement.standard_pay_first values ($1, $2, $3)")
                        .bind(0, version.id())
                        .bind(1, payFirst.cap().fen())
                        .bind(2, payFirst.noticeWithin())
                        .then();
    }

    /** Nothing is changed but that it is decided; the database refuses all else. */
    public Mono<Void> decide(UUID proposal, Version.State state, String actor, Instant at) {
        return database.sql(
                        "update disbursement.standard_version set state = $2, decided_by = $3, decided_at = $4 where id = $1")
                .bind(0, proposal)
                .bind(1, state.name())
                .bind(2, actor)
                .bind(3, Columns.utc(at))
                .then();
    }

    private static Standard standard(List<Row> rows) {
        Row first = Objects.requireNonNull(rows.get(0));
        return new Standard(
                first.version().standard(),
                first.sort(),
                rows.stream().map(Row::version).toList());
    }
}
