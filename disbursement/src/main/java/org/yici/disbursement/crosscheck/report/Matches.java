package org.yici.disbursement.crosscheck.report;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.Seals;
import org.yici.disbursement.crosscheck.extract.ExtractId;
import org.yici.disbursement.crosscheck.extract.ExtractRows;
import reactor.core.publisher.Mono;

/**
 * Finds people's rows in extracts, by blind index and many at once: only what fits is ever opened. Asked are those who live
 * in a household that agreed to be compared.
 */
@Component
public final class Matches {

    /** Looked up person by person: as a join it is planned badly while nobody has counted the table. */
    private static final String CONSENT = " coalesce((select true from disbursement.consent c"
            + " where c.household = m.household and c.kind = 'CROSS_CHECK' and c.withdrawn_on is null limit 1), false)";

    private static final String LIVING = " m.living and m.standing = 'MEMBER' and" + CONSENT;
    private static final String OF_CATEGORY =
            " and ($2::text is null or exists (select 1 from disbursement.category_spell s"
                    + " where s.household = m.household and s.category = $2 and s.since <= $3"
                    + " and (s.until is null or s.until >= $3)))";
    private static final String ROWS = "select m.id as member, m.household, m.name, r.extract, r.row, r.content"
            + " from disbursement.member m join disbursement.extract_row r on r.person = m.identity_index"
            + " where r.extract = any($1) and";
    private static final String ORDER = " order by m.household, m.id, r.extract, r.row";

    private final DatabaseClient database;
    private final Seals seals;
    private final ExtractRows rows;

    Matches(DatabaseClient database, Seals seals, ExtractRows rows) {
        this.database = database;
        this.seals = seals;
        this.rows = rows;
    }

    /** How many a run asks about. */
    public record Asked(int households, int people) {}

    /** Whether the household agreed to be compared, and has not taken that back. */
    public Mono<Boolean> mayCheck(UUID household) {
        return database.sql("select count(*) as n from disbursement.consent where household = $1"
                        + " and kind = 'CROSS_CHECK' and withdrawn_on is null")
                .bind(0, household)
                .map(row -> Columns.number(row, "n") > 0)
                .one();
    }

    /** Who is asked about in one household. */
    public Mono<List<UUID>> people(UUID household) {
        return database.sql(
                        "select m.id from disbursement.member m where m.household = $1 and" + LIVING + " order by m.id")
                .bind(0, household)
                .map(row -> Columns.id(row, "id"))
                .all()
                .collectList();
    }

    /** The same of many households; one that did not agree, or of which nobody is left, is not among them. */
    public Mono<Map<UUID, List<UUID>>> people(List<UUID> households) {
        return database.sql("select m.household, array_agg(m.id order by m.id) as people from disbursement.member m"
                        + " where m.household = any($1) and" + LIVING + " group by m.household")
                .bind(0, households.toArray(UUID[]::new))
                .map(row ->
                        Map.entry(Columns.id(row, "household"), List.of(Columns.required(row, "people", UUID[].class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The rows about these people, whoever has left since. */
    public Mono<List<Hit>> of(List<UUID> members, List<ExtractId> extracts) {
        return database.sql(ROWS + " m.id = any($2)" + ORDER)
                .bind(0, numbers(extracts))
                .bind(1, members.toArray(UUID[]::new))
                .map(this::hit)
                .all()
                .collectList();
    }

    /** @param category of the households that are asked about; null for the whole register */
    public Mono<Asked> asked(@Nullable String category, LocalDate day) {
        return scoped(
                        "select count(distinct m.household) as households, count(*) as people"
                                + " from disbursement.member m where $1::bigint[] is not null and" + LIVING
                                + OF_CATEGORY,
                        List.of(),
                        category,
                        day)
                .map(row -> new Asked((int) Columns.number(row, "households"), (int) Columns.number(row, "people")))
                .one();
    }

    /** The rows about everybody on the register, household by household. */
    public Mono<List<Hit>> ofRegister(List<ExtractId> extracts, @Nullable String category, LocalDate day) {
        return scoped(ROWS + LIVING + OF_CATEGORY + ORDER, extracts, category, day)
                .map(this::hit)
                .all()
                .collectList();
    }

    private GenericExecuteSpec scoped(String sql, List<ExtractId> extracts, @Nullable String category, LocalDate day) {
        GenericExecuteSpec call = database.sql(sql).bind(0, numbers(extracts)).bind(2, day);
        return category == null ? call.bindNull(1, String.class) : call.bind(1, category);
    }

    private Hit hit(Readable line) {
        UUID member = Columns.id(line, "member");
        return new Hit(
                Columns.id(line, "household"),
                member,
                seals.open(line, "member", member, "name"),
                new ExtractId(Columns.number(line, "extract")),
                rows.open(line));
    }

    private static Long[] numbers(List<ExtractId> extracts) {
        return extracts.stream().map(ExtractId::number).toArray(Long[]::new);
    }
}
