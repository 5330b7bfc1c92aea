package org.yici.disbursement.homevisit;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.application.ApplicationId;
import org.yici.disbursement.application.Duty;
import reactor.core.publisher.Mono;

/** Visits as they are kept: who went and what they found is sealed. */
@Component
public final class HomeVisits {

    private static final String TABLE = "home_visit";

    private final DatabaseClient database;
    private final Seals seals;

    HomeVisits(DatabaseClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /** Oldest first. */
    public Mono<List<HomeVisit>> of(ApplicationId application) {
        return database.sql("select * from disbursement.home_visit where application = $1 order by at, id")
                .bind(0, application.value())
                .map(this::visit)
                .all()
                .collectList();
    }

    /** One by its id, for a replay. */
    public Mono<HomeVisit> find(UUID id) {
        return database.sql("select * from disbursement.home_visit where id = $1")
                .bind(0, id)
                .map(this::visit)
                .one();
    }

    Mono<Void> add(ApplicationId application, HomeVisit visit, Duty duty) {
        GenericExecuteSpec call = database.sql("insert into disbursement.home_visit"
                        + " (id, application, day, staff, hash, duty, by, at, visitors, findings)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
                .bind(0, visit.id())
                .bind(1, application.value())
                .bind(2, visit.day())
                .bind(3, visit.staff().toArray(String[]::new))
                .bind(4, visit.hash())
                .bind(5, duty.name())
                .bind(6, visit.by())
                .bind(7, Columns.utc(visit.at()));
        call = seals.bind(call, 8, String.join("\n", visit.visitors()), TABLE, visit.id(), "visitors");
        return seals.bind(call, 9, visit.findings(), TABLE, visit.id(), "findings")
                .then();
    }

    private HomeVisit visit(Readable row) {
        UUID id = Columns.id(row, "id");
        return new HomeVisit(
                id,
                Columns.required(row, "day", LocalDate.class),
                seals.open(row, TABLE, id, "visitors").lines().toList(),
                List.of(Columns.required(row, "staff", String[].class)),
                seals.open(row, TABLE, id, "findings"),
                Columns.text(row, "by"),
                Columns.instant(row, "at"));
    }
}
