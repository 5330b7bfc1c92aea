package org.yici.disbursement.household.sheet;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.disbursement.household.HouseholdId;
import org.yici.disbursement.household.sheet.line.Column;
import org.yici.disbursement.household.sheet.line.LineProblem;
import org.yici.disbursement.household.sheet.line.PersonLine;
import org.yici.disbursement.household.sheet.walk.Why;
import org.yici.platform.privacy.Cell;
import org.yici.platform.privacy.FieldCipher;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The rows of lists. What they say of people is sealed, and so is what is wrong with them: a name may stand in any column. */
@Component
public final class RegisterLines {

    private static final HexFormat HEX = HexFormat.of();
    private static final String TABLE = "disbursement.register_line";
    private static final String SELECT =
            "select row, household, fate, passed_over, changes, person, problems, registered"
                    + " from disbursement.register_line where import = $1 ";

    private final DatabaseClient database;
    private final FieldCipher cipher;
    private final JsonMapper json = StrictJson.strict();

    RegisterLines(DatabaseClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** Which rows a page shows. */
    public enum Shown {
        ALL("true"),
        NEWS("fate in ('NEW', 'CHANGED')"),
        /** Refused, or waiting for a row of the same household that is. */
        REFUSED("fate in ('REFUSED', 'HELD')");

        private final String condition;

        Shown(String condition) {
            this.condition = condition;
        }
    }

    /** In their order, behind a row. */
    public Flux<ListLine> after(ImportId list, int row, Shown shown, int limit) {
        return database.sql(SELECT + "and row > $2 and " + shown.condition + " order by row limit $3")
                .bind(0, list.number())
                .bind(1, row)
                .bind(2, limit)
                .map(line -> read(list, line))
                .all();
    }

    /** The rows of one household, locked: nobody else enters it. None where somebody has entered it. */
    Flux<ListLine> lock(ImportId list, int household) {
        return database.sql(SELECT + "and household = $2 and not entered order by row for update")
                .bind(0, list.number())
                .bind(1, household)
                .map(line -> read(list, line))
                .all();
    }

    /**
     * The households that are still to be entered, in their order, behind one: all whose rows can be read. Those that the
     * register had something against are among them, for it may have nothing now, and else somebody is asked.
     */
    Flux<Integer> readable(ImportId list, int household, int limit) {
        return database.sql(
                        "select household from disbursement.register_line where import = $1 and household > $2"
                                + " and not entered group by household having bool_and(person is not null) order by household limit $3")
                .bind(0, list.number())
                .bind(1, household)
                .bind(2, limit)
                .map(row -> Columns.required(row, "household", Integer.class))
                .all();
    }

    /** How many households can be entered, or asked about. */
    public Mono<Long> countReadable(ImportId list) {
        return database.sql("select count(*) as n from (select household from disbursement.register_line"
                        + " where import = $1 and household is not null group by household"
                        + " having bool_and(person is not null)) h")
                .bind(0, list.number())
                .map(row -> Columns.number(row, "n"))
                .one();
    }

    Mono<Void> insert(ImportId list, List<ListLine> lines) {
        return database.sql(
                        "insert into disbursement.register_line (import, row, household, fate, passed_over, changes,"
                                + " person, problems) select $1, l.row, l.household, l.fate, l.passed_over,"
                                + " coalesce(string_to_array(nullif(l.changes, ''), ','), '{}'), decode(l.person, 'hex'),"
                                + " decode(l.problems, 'hex') from unnest($2, $3, $4, $5, $6, $7, $8)"
                                + " as l (row, household, fate, passed_over, changes, person, problems)")
                .bind(0, list.number())
                .bind(1, lines.stream().map(ListLine::row).toArray(Integer[]::new))
                .bind(2, lines.stream().map(ListLine::household).toArray(Integer[]::new))
                .bind(3, texts(lines, line -> line.fate().name()))
                .bind(
                        4,
                        texts(
                                lines,
                                line -> line.why() == null ? null : line.why().name()))
                .bind(5, texts(lines, line -> String.join(",", words(line.changes()))))
                .bind(6, texts(lines, line -> hex(seal(list, line.row(), "person", line.person()))))
                .bind(7, texts(lines, line -> hex(sealProblems(list, line))))
                .then();
    }

    /** What came of a row when it was entered. */
    Mono<Void> settle(ImportId list, ListLine line) {
        HouseholdId registered = line.registered();
        byte[] problems = sealProblems(list, line);
        var call = database.sql("update disbursement.register_line set fate = $3, changes = $4, problems = $5,"
                        + " registered = $6, entered = true where import = $1 and row = $2")
                .bind(0, list.number())
                .bind(1, line.row())
                .bind(2, line.fate().name())
                .bind(3, words(line.changes()));
        call = problems == null ? call.bindNull(4, byte[].class) : call.bind(4, problems);
        return (registered == null ? call.bindNull(5, UUID.class) : call.bind(5, registered.value())).then();
    }

    private ListLine read(ImportId list, Readable row) {
        int number = Columns.required(row, "row", Integer.class);
        String why = row.get("passed_over", String.class);
        String person = open(list, number, "person", row.get("person", byte[].class));
        String problems = open(list, number, "problems", row.get("problems", byte[].class));
        UUID registered = row.get("registered", UUID.class);
        return new ListLine(
                number,
                row.get("household", Integer.class),
                Fate.valueOf(Columns.text(row, "fate")),
                why == null ? null : Why.valueOf(why),
                Arrays.stream(Columns.required(row, "changes", String[].class))
                        .map(Column::valueOf)
                        .toList(),
                person == null ? null : json.readValue(person, PersonLine.class),
                problems == null ? List.of() : List.of(json.readValue(problems, LineProblem[].class)),
                registered == null ? null : new HouseholdId(registered));
    }

    private static String[] words(List<Column> columns) {
        return columns.stream().map(Enum::name).toArray(String[]::new);
    }

    private byte @Nullable [] sealProblems(ImportId list, ListLine line) {
        return line.problems().isEmpty() ? null : seal(list, line.row(), "problems", line.problems());
    }

    private byte @Nullable [] seal(ImportId list, int row, String column, @Nullable Object value) {
        return value == null ? null : cipher.encrypt(json.writeValueAsString(value), cell(list, row, column));
    }

    private @Nullable String open(ImportId list, int row, String column, byte @Nullable [] sealed) {
        return sealed == null ? null : cipher.decrypt(sealed, cell(list, row, column));
    }

    private static Cell cell(ImportId list, int row, String column) {
        return Cell.of(TABLE, list + "/" + row, column);
    }

    private static @Nullable String[] texts(List<ListLine> lines, Function<ListLine, @Nullable String> part) {
        return lines.stream().map(part).toArray(String[]::new);
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HEX.formatHex(bytes);
    }
}
