package org.yici.disbursement.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.application.ApplicationId;
import reactor.core.publisher.Mono;

/** When letters came to households. Only ever added to. */
@Component
public final class Deliveries {

    private final DatabaseClient database;

    Deliveries(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(ApplicationId application, Delivery delivery, Instant at) {
        return database.sql("insert into disbursement.letter_delivery values ($1, $2, $3, $4, $5, $6)")
                .bind(0, UUID.randomUUID())
                .bind(1, application.value())
                .bind(2, delivery.way().name())
                .bind(3, delivery.day())
                .bind(4, delivery.by())
                .bind(5, Columns.utc(at))
                .then();
    }

    /** Was the letter of a decision of that moment brought in this way? A later decision has a letter of its own. */
    Mono<Boolean> isKnown(ApplicationId application, Delivery.Way way, Instant decided) {
        return database.sql("select exists (select from disbursement.letter_delivery"
                        + " where application = $1 and way = $2 and at >= $3) as known")
                .bind(0, application.value())
                .bind(1, way.name())
                .bind(2, Columns.utc(decided))
                .map(row -> Columns.required(row, "known", Boolean.class))
                .one();
    }

    /** Earliest first: its day is the one that counts. */
    public Mono<List<Delivery>> of(ApplicationId application) {
        return database.sql("select * from disbursement.letter_delivery where application = $1 order by day, at")
                .bind(0, application.value())
                .map(row -> new Delivery(
                        Delivery.Way.valueOf(Columns.text(row, "way")),
                        Columns.required(row, "day", LocalDate.class),
                        Columns.text(row, "by")))
                .all()
                .collectList();
    }
}
