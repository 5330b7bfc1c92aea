package org.yici.benchmarks.side;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yici.benchmarks.RealDatabase;
import org.yici.benchmarks.edition.Database;
import org.yici.benchmarks.load.LoadGenerator;
import org.yici.benchmarks.process.Line;

/** The baseline against the real tables: when those change, this says so. */
class BaselineTest {

    @Test
    void each_of_its_gifts_is_written_whole_and_its_accounts_add_up() throws Exception {
        Database database = RealDatabase.migrated();
        database.execute("select ledger.open_accounts(array['clearing:sandbox', 'fund:poverty-relief'])");
        BaselineSide.makeTables(database);
        Line result = LoadGenerator.answer(Line.of("baseline")
                .with("url", database.jdbcUrl())
                .with("user", Database.OWNER)
                .with("password", database.password(Database.OWNER))
                .with("connections", 4)
                .with("millis", 200));
        int gifts = result.whole("gifts");
        assertThat(gifts).isPositive();
        assertThat(database.number("select count(*) from baseline.donation d join baseline.journals j"
                        + " on j.sequence = d.sequence and j.key = 'donation/' || d.id"
                        + " join baseline.private_parts p on p.sequence = j.sequence"
                        + " join baseline.gift_key k on k.id = d.id"))
                .isEqualTo(gifts);
        assertThat(database.number("select a.balance - (select sum(amount) from baseline.donation)"
                        + " from baseline.accounts a where a.code = 'clearing:sandbox'"))
                .isZero();
    }
}
