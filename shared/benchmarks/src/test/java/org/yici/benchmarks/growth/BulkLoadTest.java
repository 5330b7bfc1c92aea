package org.yici.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yici.benchmarks.RealDatabase;
import org.yici.benchmarks.edition.Database;

/** The loaded years against the real tables: when those change, this says so. */
class BulkLoadTest {

    private static final long GIFTS = 4_321;
    private static final long FEN = 1_080 * 12_700L + 100;

    private static Database database;

    @BeforeAll
    static void load() throws Exception {
        database = RealDatabase.migrated();
        database.execute("select ledger.open_accounts(array['clearing:sandbox', 'fund:poverty-relief'])");
        database.execute("update ledger.head set last_at = now()");
        database.execute("insert into site.fund (code) values ('poverty-relief')");
        database.execute("insert into site.campaign (code) values ('poverty-relief')");
        try (BulkLoad load = BulkLoad.begin(database, GIFTS)) {
            load.once("prepare.sql");
            load.inParts("gifts.sql", 1, GIFTS);
            load.once("books.sql");
            load.inParts("pages.sql", 1, GIFTS);
            load.once("figures.sql");
            load.vacuum(List.of("ledger", "donations", "site"));
        }
    }

    @Test
    void no_invariant_can_tell_that_they_were_not_given_one_by_one() throws SQLException {
        assertThat(database.number("select count(*) from ledger.audit()")).isZero();
        assertThat(database.number("select last_sequence from ledger.head")).isEqualTo(GIFTS);
        assertThat(database.number("select -balance from ledger.accounts where code = 'fund:poverty-relief'"))
                .isEqualTo(FEN);
    }

    @Test
    void every_gift_has_its_journal_and_its_donor() throws SQLException {
        assertThat(database.number("select count(*) from donations.donation d join ledger.journals j"
                        + " on j.sequence = d.sequence and j.key = 'donation/' || d.id and j.amount = d.amount"))
                .isEqualTo(GIFTS);
        assertThat(database.number("select count(*) from donations.donation d where d.donor is not null"
                        + " and not exists (select from donations.donor m where m.fingerprint = d.donor)"))
                .isZero();
        assertThat(database.number("select count(*) from donations.donor")).isEqualTo(GIFTS / 20);
    }

    @Test
    void the_public_pages_say_the_same_as_the_books() throws SQLException {
        assertThat(database.number("select received from site.fund where code = 'poverty-relief'"))
                .isEqualTo(FEN);
        assertThat(database.number("select sum(received) from site.fund_month")).isEqualTo(FEN);
        assertThat(database.number("select count(*) from site.journal s join ledger.journals_after(0, 10000) j"
                        + " on j.sequence = s.sequence and s.leaf::jsonb ->> 'private' = j.commitment"
                        + " and (s.leaf::jsonb ->> 'at')::timestamptz = j.at"))
                .isEqualTo(GIFTS);
        assertThat(database.number("select max(to_fen) from site.stretch")).isEqualTo(FEN);
        assertThat(database.number("select number from site.position where topic = 'yici.ledger'"))
                .isEqualTo(GIFTS);
    }

    @Test
    void the_clock_is_behind_the_last_of_them() throws SQLException {
        assertThat(database.number("select count(*) from platform.clock c cross join ledger.head h"
                        + " where now() + c.offset_ms * interval '1 ms' > h.last_at"))
                .isEqualTo(1);
    }
}
