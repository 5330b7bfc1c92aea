package org.yici.disbursement.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.disbursement.County;

/** Looks through every column that the service can read, and its log, for somebody's number. */
public final class Scan {

    private static final Pattern LONG = Pattern.compile("[0-9]{11,19}X?");

    private static final Pattern BYTES = Pattern.compile("\\\\x([0-9a-f]{2,})");

    private Scan() {}

    /** @param numbers of people, none of which may stand anywhere in the clear */
    public static void forNumbers(County county, Set<String> numbers) {
        DatabaseClient database = county.bean(DatabaseClient.class);
        List<String> tables = Objects.requireNonNull(
                database.sql("select format('%I.%I', table_schema, table_name) as t from information_schema.tables"
                                + " where table_schema not in ('pg_catalog', 'information_schema')"
                                + " and has_table_privilege(format('%I.%I', table_schema, table_name), 'select')")
                        .map(row -> Objects.requireNonNull(row.get("t", String.class)))
                        .all()
                        .collectList()
                        .block());
        assertThat(tables)
                .contains(
                        "disbursement.member",
                        "disbursement.register_line",
                        "disbursement.evidence",
                        "disbursement.relation");
        for (String table : tables) {
            database.sql("select t::text as line from " + table + " t")
                    .map(row -> Objects.requireNonNull(row.get("line", String.class)))
                    .all()
                    .toIterable()
                    .forEach(line -> check(table, line, numbers));
        }
    }

    /** Bytes are shown as hexadecimal figures, and looked through as the text that they may be. */
    private static void check(String place, String line, Set<String> numbers) {
        look(place, line, numbers);
        Matcher bytes = BYTES.matcher(line);
        while (bytes.find()) {
            byte[] plain = HexFormat.of().parseHex(bytes.group(1));
            look(place, new String(plain, StandardCharsets.ISO_8859_1), numbers);
        }
    }

    private static void look(String place, String line, Set<String> numbers) {
        Matcher runs = LONG.matcher(line);
        while (runs.find()) {
            assertThat(numbers).as(place).doesNotContain(runs.group());
        }
    }

    public static void text(String place, String text, Set<String> numbers) {
        text.lines().forEach(line -> check(place, line, numbers));
    }
}
