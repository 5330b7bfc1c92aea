package org.yici.disbursement.crosscheck.extract;

import io.r2dbc.spi.Readable;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.yici.disbursement.Columns;
import org.yici.platform.privacy.BlindIndex;
import org.yici.platform.privacy.Cell;
import org.yici.platform.privacy.FieldCipher;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What extracts say of people, sealed row by row, and what is wrong with their rows. */
@Component
public final class ExtractRows {

    private static final HexFormat HEX = HexFormat.of();
    private static final String SCHEMA = "disbursement.";
    private static final TypeReference<Map<Column, String>> FACTS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final FieldCipher cipher;
    private final BlindIndex index;
    private final JsonMapper json = StrictJson.strict();

    ExtractRows(DatabaseClient database, FieldCipher cipher, BlindIndex index) {
        this.database = database;
        this.cipher = cipher;
        this.index = index;
    }

    /** A row that cannot be kept. */
    public record Wrong(int row, List<RowProblem> problems) {}

    /** Seals and keeps many rows in one statement. */
    Mono<Void> insert(ExtractId extract, List<ExtractRow> rows) {
        return rows.isEmpty()
                ? Mono.empty()
                : database.sql("insert into disbursement.extract_row (extract, row, person, content)"
                                + " select $1, r.row, decode(r.person, 'hex'), decode(r.content, 'hex')"
                                + " from unnest($2, $3, $4) as r (row, person, content)")
                        .bind(0, extract.number())
                        .bind(1, rows.stream().map(ExtractRow::row).toArray(Integer[]::new))
                        .bind(2, texts(rows, row -> index.of(row.identity())))
                        .bind(3, texts(rows, row -> seal(extract, row.row(), "extract_row", "content", row.facts())))
                        .then();
    }

    Mono<Void> insertWrong(ExtractId extract, List<Wrong> rows) {
        return rows.isEmpty()
                ? Mono.empty()
                : database.sql(
                                "insert into disbursement.extract_problem (extract, row, problems)"
                                        + " select $1, r.row, decode(r.problems, 'hex') from unnest($2, $3) as r (row, problems)")
                        .bind(0, extract.number())
                        .bind(1, rows.stream().map(Wrong::row).toArray(Integer[]::new))
                        .bind(
                                2,
                                texts(
                                        rows,
                                        row -> seal(extract, row.row(), "extract_problem", "problems", row.problems())))
                        .then();
    }

    /** Rows that cannot be kept, behind a row. */
    public Flux<Wrong> wrong(ExtractId extract, int after, int limit) {
        return database.sql("select row, problems from disbursement.extract_problem"
                        + " where extract = $1 and row > $2 order by row limit $3")
                .bind(0, extract.number())
                .bind(1, after)
                .bind(2, limit)
                .map(row -> wrong(extract, row))
                .all();
    }

    /** Nothing is left of what the extract said. */
    Mono<Void> deleteOf(ExtractId extract) {
        return delete("extract_row", extract).then(delete("extract_problem", extract));
    }

    private Mono<Void> delete(String table, ExtractId extract) {
        return database.sql("delete from disbursement." + table + " where extract = $1")
                .bind(0, extract.number())
                .then();
    }

    /** What a row says, from a line with its {@code extract}, {@code row} and {@code content}. */
    public ExtractRow open(Readable line) {
        int row = Columns.required(line, "row", Integer.class);
        ExtractId extract = new ExtractId(Columns.number(line, "extract"));
        byte[] sealed = Columns.required(line, "content", byte[].class);
        return new ExtractRow(
                row, json.readValue(cipher.decrypt(sealed, cell(extract, row, "extract_row", "content")), FACTS));
    }

    private Wrong wrong(ExtractId extract, Readable line) {
        int row = Columns.required(line, "row", Integer.class);
        byte[] sealed = Columns.required(line, "problems", byte[].class);
        String problems = cipher.decrypt(sealed, cell(extract, row, "extract_problem", "problems"));
        return new Wrong(row, List.of(json.readValue(problems, RowProblem[].class)));
    }

    private byte[] seal(ExtractId extract, int row, String table, String column, Object value) {
        return cipher.encrypt(json.writeValueAsString(value), cell(extract, row, table, column));
    }

    private static Cell cell(ExtractId extract, int row, String table, String column) {
        return Cell.of(SCHEMA + table, extract + "/" + row, column);
    }

    private static <T> String[] texts(List<T> rows, Function<T, byte[]> part) {
        return rows.stream().map(row -> HEX.formatHex(part.apply(row))).toArray(String[]::new);
    }
}
