package org.yici.disbursement.household;

import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import reactor.core.publisher.Flux;

/** Who somebody is, of whom a list knows only the id, and which household that is. Names are for readers who may read them. */
@Component
public final class NamedPeople {

    private final DatabaseClient database;
    private final Seals seals;

    NamedPeople(DatabaseClient database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /** A household, by what colleagues call it. */
    public record Home(UUID id, String code) {}

    public record Person(UUID id, String name, Home home) {
        /** Never the name: a record's own text ends up in logs. */
        @Override
        public String toString() {
            return "member " + id;
        }
    }

    /** Those of them who stand on the register, in no order. */
    public Flux<Person> people(Collection<UUID> members) {
        return database.sql("select m.id as member, m.name, h.id, h.code from disbursement.member m"
                        + " join disbursement.household h on h.id = m.household where m.id = any($1)")
                .bind(0, members.toArray(UUID[]::new))
                .map(row -> {
                    MemberId member = new MemberId(Columns.id(row, "member"));
                    return new Person(
                            member.value(),
                            seals.open(row, "member", member, "name"),
                            new Home(Columns.id(row, "id"), Columns.text(row, "code")));
                })
                .all();
    }

    /** Those of them that are registered, by their code. */
    public Flux<Home> homes(Collection<UUID> households) {
        return database.sql("select id, code from disbursement.household where id = any($1)")
                .bind(0, households.toArray(UUID[]::new))
                .map(row -> new Home(Columns.id(row, "id"), Columns.text(row, "code")))
                .all()
                .sort(Comparator.comparing(Home::code));
    }
}
