package org.yici.benchmarks.side;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yici.benchmarks.edition.Database;

/**
 * How many bytes the tables and indexes of giving take at one moment, after a plain vacuum.
 *
 * @param bytes by relation; a table's are its own and those of what is kept out of line
 */
public record Storage(Map<String, Long> bytes) {

    private static final String TABLES = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('donations', 'ledger') and c.relkind = 'r'
            """;
    private static final String SIZES = """
            select n.nspname || '.' || c.relname, pg_table_size(c.oid)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('donations', 'ledger') and c.relkind in ('r', 'i')
            """;

    /** Now. */
    public static Storage of(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                statement.execute("vacuum " + table);
            }
            Map<String, Long> bytes = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery(SIZES)) {
                while (rows.next()) {
                    bytes.put(rows.getString(1), rows.getLong(2));
                }
            }
            return new Storage(bytes);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** What has grown since, relation by relation. */
    public Map<String, Long> grownSince(Storage earlier) {
        Map<String, Long> grown = new TreeMap<>();
        bytes.forEach((relation, now) -> {
            long growth = now - earlier.bytes.getOrDefault(relation, 0L);
            if (growth != 0) {
                grown.put(relation, growth);
            }
        });
        return grown;
    }
}
