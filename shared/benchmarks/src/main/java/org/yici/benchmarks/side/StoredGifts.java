package org.yici.benchmarks.side;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.yici.benchmarks.edition.Database;

/** What is in the books of the gifts of one round, against what was answered, id by id. */
final class StoredGifts {

    /** Gifts with their own journal, numbered after the round began: all of them, and those that were acknowledged. */
    private static final String COUNT = """
            with stored as (
                select d.id, count(*) as journals
                from donations.donation d join ledger.journals j on j.sequence = d.sequence and j.key = 'donation/' || d.id
                where d.campaign = 'poverty-relief' and d.sequence > %d group by d.id
            )
            select (select count(*) from stored) as stored,
                   (select count(*) from ledger.journals where kind = 'donation' and sequence > %1$d) as journals,
                   (select count(*) from acknowledged a left join stored s using (id) where s.journals is distinct from 1) as lost
            """;

    private final Database database;
    private final long last;

    private StoredGifts(Database database, long last) {
        this.database = database;
        this.last = last;
    }

    /** From now on. */
    static StoredGifts since(Database database) throws SQLException {
        return new StoredGifts(database, database.number("select last_sequence from ledger.head"));
    }

    /**
     * What was found.
     *
     * @param lost acknowledged, and not stored just once
     */
    record Found(long acknowledged, long stored, long journals, long lost) {}

    /** @param ids of the acknowledged gifts, one a line */
    Found compare(Path ids) throws SQLException, IOException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                Reader file = Files.newBufferedReader(ids)) {
            statement.execute("create temporary table acknowledged (id uuid)");
            long acknowledged =
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy acknowledged from stdin", file);
            statement.execute("analyze acknowledged");
            try (ResultSet row = statement.executeQuery(COUNT.formatted(last))) {
                row.next();
                return new Found(acknowledged, row.getLong("stored"), row.getLong("journals"), row.getLong("lost"));
            }
        }
    }
}
