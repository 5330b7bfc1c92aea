package org.yici.disbursement.standing;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** People who are entitled and not on the register yet: a list beside it, in a table of its own. */
@Component
public final class Roll implements EntitledPeople {

    /** Rows a statement. */
    private static final int PIECE = 1_000;

    private final DatabaseClient database;

    Roll(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<EntitledPerson> between(String category, LocalDate first, LocalDate last) {
        return database.sql("select * from disbursement.entitled where category = $1 and from_day <= $3"
                        + " and (to_day is null or to_day >= $2) order by person, from_day")
                .bind(0, category)
                .bind(1, first)
                .bind(2, last)
                .map(Roll::person)
                .all();
    }

    /** Adds people; who stands there already, under that category from that day on, is left as they are. */
    public Mono<Void> enrol(List<EntitledPerson> people) {
        return Flux.fromIterable(people).buffer(PIECE).concatMap(this::insert).then();
    }

    private Mono<Void> insert(List<EntitledPerson> people) {
        return database.sql(
                        "insert into disbursement.entitled (id, person, household, category, care, residence, from_day,"
                                + " to_day) select md5(e.person || e.category || e.from_day)::uuid, e.* from unnest($1::uuid[], $2::uuid[],"
                                + " $3::text[], $4::text[], $5::text[], $6::date[], $7::date[])"
                                + " as e (person, household, category, care, residence, from_day, to_day) on conflict (id) do nothing")
                .bind(0, people.stream().map(EntitledPerson::person).toArray(UUID[]::new))
                .bind(1, people.stream().map(EntitledPerson::household).toArray(UUID[]::new))
                .bind(2, people.stream().map(EntitledPerson::category).toArray(String[]::new))
                .bind(3, people.stream().map(EntitledPerson::care).toArray(String[]::new))
                .bind(4, people.stream().map(one -> one.residence().name()).toArray(String[]::new))
                .bind(5, people.stream().map(EntitledPerson::from).toArray(LocalDate[]::new))
                .bind(6, people.stream().map(EntitledPerson::to).toArray(LocalDate[]::new))
                .then();
    }

    private static EntitledPerson person(Readable row) {
        return new EntitledPerson(
                Columns.id(row, "person"),
                Columns.id(row, "household"),
                Columns.text(row, "category"),
                row.get("care", String.class),
                Residence.valueOf(Columns.text(row, "residence")),
                Columns.required(row, "from_day", LocalDate.class),
                row.get("to_day", LocalDate.class));
    }
}
