package org.yici.disbursement.standing;

import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import reactor.core.publisher.Flux;

/** Registered households of a scheme's categories that do not say whether they are of the town or the country: in no list. */
@Component
public final class WithoutResidence {

    private final DatabaseClient database;

    WithoutResidence(DatabaseClient database) {
        this.database = database;
    }

    /** Only of categories whose standards tell town and country apart. */
    public Flux<UUID> households(Scheme scheme, Period period) {
        String[] categories = scheme.standards().stream()
                .filter(standing -> Objects.nonNull(standing.residence()))
                .map(StandingStandard::category)
                .distinct()
                .toArray(String[]::new);
        return database.sql(
                        "select distinct s.household from disbursement.category_spell s"
                                + " join disbursement.member m on m.household = s.household"
                                + " and (s.member is null or s.member = m.id) and m.standing = 'MEMBER'"
                                + " where s.category = any($1) and s.area is null"
                                + " and m.left_why is distinct from 'MISTAKEN' and greatest(s.since, m.joined_on) <= $3"
                                + " and coalesce(least(s.until, m.left_on), date 'infinity') >= greatest($2, s.since, m.joined_on)")
                .bind(0, categories)
                .bind(1, period.first().atDay(1))
                .bind(2, period.last().atEndOfMonth())
                .map(row -> Columns.id(row, "household"))
                .all();
    }
}
