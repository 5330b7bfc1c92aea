package org.yici.disbursement.standing;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import reactor.core.publisher.Flux;

/**
 * Who is entitled by the register: the spells of a category, of one person or of all who live in the household, until the
 * spell ends or the person leaves. A spell that does not say whether it is of the town or the country is in no list.
 */
@Component
final class RegisteredPeople implements EntitledPeople {

    private static final String ENTITLED = "select m.id as person, s.household, s.category, s.care, s.area,"
            + " greatest(s.since, m.joined_on) as since,"
            + " least(s.until, m.left_on) as last_day,"
            + " case when m.left_on > s.until then null else m.left_why end as left_why from disbursement.category_spell s"
            + " join disbursement.member m on m.household = s.household and (s.member is null or s.member = m.id)"
            + " where s.category = $1 and s.area is not null and m.standing = 'MEMBER'"
            + " and m.left_why is distinct from 'MISTAKEN'"
            + " and greatest(s.since, m.joined_on) <= $3"
            + " and coalesce(least(s.until, m.left_on), date 'infinity') >= greatest($2, s.since, m.joined_on)"
            + " order by m.id, since";

    private final DatabaseClient database;

    RegisteredPeople(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<EntitledPerson> between(String category, LocalDate first, LocalDate last) {
        return database.sql(ENTITLED)
                .bind(0, category)
                .bind(1, first)
                .bind(2, last)
                .map(RegisteredPeople::person)
                .all();
    }

    private static EntitledPerson person(Readable row) {
        return new EntitledPerson(
                Columns.id(row, "person"),
                Columns.id(row, "household"),
                Columns.text(row, "category"),
                row.get("care", String.class),
                Residence.valueOf(Columns.text(row, "area")),
                Columns.required(row, "since", LocalDate.class),
                row.get("last_day", LocalDate.class),
                ending(row.get("left_why", String.class)));
    }

    private static Ending ending(@Nullable String leftWhy) {
        if (leftWhy == null) {
            return Ending.ENDED;
        }
        return leftWhy.equals("DIED") ? Ending.DIED : Ending.LEFT;
    }
}
