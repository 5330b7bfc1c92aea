package org.yici.disbursement.household;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which category a household and its people had on which day. What was once true is ended, never taken out. */
@Component
public final class CategoryHistory {

    private static final String SELECT = "select id, household, member, category, area, care, list, since, until,"
            + " recorded_by from disbursement.category_spell";

    private final DatabaseClient database;

    CategoryHistory(DatabaseClient database) {
        this.database = database;
    }

    /** A household's whole history, newest first; read to its end before it is answered, so that its reader may write meanwhile. */
    public Flux<CategorySpell> of(HouseholdId household) {
        return database.sql(SELECT + " where household = $1 order by since desc, recorded_at desc, id")
                .bind(0, household.value())
                .map(CategoryHistory::spell)
                .all()
                .collectList()
                .flatMapIterable(spells -> spells);
    }

    /**
     * What that person was on that day: the person's own spells, and those of the whole household. Of one category the
     * person's own goes first, and of two spells the one that was written down last.
     */
    public Flux<CategorySpell> on(LocalDate day, HouseholdId household, MemberId person) {
        return database.sql(SELECT + " where household = $1 and since <= $2 and (until is null or until >= $2)"
                        + " and (member is null or member = $3)"
                        + " order by member is null, recorded_at desc, since desc, id")
                .bind(0, household.value())
                .bind(1, day)
                .bind(2, person.value())
                .map(CategoryHistory::spell)
                .all()
                .distinct(CategorySpell::category);
    }

    /** The histories of several households at once. */
    public Mono<Map<HouseholdId, List<CategorySpell>>> of(Collection<HouseholdId> households) {
        return database.sql(SELECT + " where household = any($1) order by since, recorded_at, id")
                .bind(0, households.stream().map(HouseholdId::value).toArray(UUID[]::new))
                .map(row -> Map.entry(new HouseholdId(Columns.id(row, "household")), spell(row)))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Writes a spell down; one that ended already is a spell of the past that somebody catches up on. */
    public Mono<Void> begin(HouseholdId household, CategorySpell spell, Instant at) {
        GenericExecuteSpec call = database.sql("insert into disbursement.category_spell"
                        + " (id, household, category, list, since, recorded_by, recorded_at, member, area, care,"
                        + " until, ended_by, ended_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,"
                        + " case when $11::date is null then null else $6 end,"
                        + " case when $11::date is null then null else $7 end)")
                .bind(0, spell.id())
                .bind(1, household.value())
                .bind(2, spell.category().name())
                .bind(3, spell.list())
                .bind(4, spell.since())
                .bind(5, spell.recordedBy())
                .bind(6, Columns.utc(at));
        MemberId member = spell.member();
        call = member == null ? call.bindNull(7, UUID.class) : call.bind(7, member.value());
        call = text(call, 8, spell.area());
        call = text(call, 9, spell.care());
        LocalDate until = spell.until();
        return (until == null ? call.bindNull(10, LocalDate.class) : call.bind(10, until)).then();
    }

    /** Ends a spell with that day as its last one; one that began later never had a day, and ends before it began. */
    public Mono<Void> end(UUID spell, LocalDate lastDay, String username, Instant at) {
        return database.sql("update disbursement.category_spell set until = greatest(since - 1, $2), ended_by = $3,"
                        + " ended_at = $4 where id = $1 and until is null")
                .bind(0, spell)
                .bind(1, lastDay)
                .bind(2, username)
                .bind(3, Columns.utc(at))
                .then();
    }

    private static GenericExecuteSpec text(GenericExecuteSpec call, int index, @Nullable Enum<?> word) {
        return word == null ? call.bindNull(index, String.class) : call.bind(index, word.name());
    }

    private static CategorySpell spell(Readable row) {
        UUID member = row.get("member", UUID.class);
        String area = row.get("area", String.class);
        String care = row.get("care", String.class);
        return new CategorySpell(
                Columns.id(row, "id"),
                member == null ? null : new MemberId(member),
                Category.valueOf(Columns.text(row, "category")),
                area == null ? null : Area.valueOf(area),
                care == null ? null : CareLevel.valueOf(care),
                Columns.required(row, "list", Integer.class),
                Columns.required(row, "since", LocalDate.class),
                row.get("until", LocalDate.class),
                Columns.text(row, "recorded_by"));
    }
}
