package org.yici.disbursement.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.application.ApplicationId;
import reactor.core.publisher.Mono;

/** Which application appeals against which, and until when one may. */
@Component
public final class Appeals {

    private final DatabaseClient database;
    private final int days;

    Appeals(DatabaseClient database, @Value("${yici.appeal.days}") int days) {
        this.database = database;
        this.days = days;
    }

    int days() {
        return days;
    }

    /** The last day; empty while the letter has not come, since its days begin with it. */
    public Optional<LocalDate> until(List<Delivery> deliveries) {
        return deliveries.stream().findFirst().map(Delivery::day).map(day -> day.plusDays(days));
    }

    Mono<Void> add(ApplicationId appeal, ApplicationId of) {
        return database.sql("insert into disbursement.appeal values ($1, $2)")
                .bind(0, appeal.value())
                .bind(1, of.value())
                .then();
    }

    /** The appeal against that application. */
    public Mono<ApplicationId> against(ApplicationId refused) {
        return database.sql("select application from disbursement.appeal where of = $1")
                .bind(0, refused.value())
                .map(row -> new ApplicationId(Columns.id(row, "application")))
                .one();
    }
}
