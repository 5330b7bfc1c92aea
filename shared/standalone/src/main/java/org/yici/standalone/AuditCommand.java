package org.yici.standalone;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.yici.platform.outcome.RefusedStart;

/** Checks every promise of the ledger against its entries, and prints each that is broken. */
final class AuditCommand implements Commands.Command {

    @Override
    public boolean needsKafka() {
        return false;
    }

    @Override
    public boolean run(CommandEngines engines, Options options, Console console) throws SQLException {
        try (Connection connection = engines.connectAs("yici_migrate");
                Statement statement = connection.createStatement()) {
            if (!hasLedger(statement)) {
                throw new RefusedStart("There is no ledger in this database yet: start Yici once.");
            }
            int broken = 0;
            try (ResultSet rows = statement.executeQuery("select check_name, sequence, detail from ledger.audit()")) {
                while (rows.next()) {
                    broken++;
                    String sequence = rows.getString("sequence");
                    console.say(
                            "audit.broken",
                            rows.getString("check_name"),
                            sequence == null ? "-" : sequence,
                            rows.getString("detail"));
                }
            }
            console.say(broken == 0 ? "audit.right" : "audit.wrong", journals(statement), broken);
            return broken == 0;
        }
    }

    private static boolean hasLedger(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select to_regclass('ledger.journals') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static long journals(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from ledger.journals")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
