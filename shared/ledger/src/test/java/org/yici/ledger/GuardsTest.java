package org.yici.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yici.ledger.SmallWorld.POVERTY_RELIEF;
import static org.yici.ledger.SmallWorld.gift;
import static org.yici.ledger.SmallWorld.number;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself forbids, whoever asks and however. */
class GuardsTest {

    private static final Books books = new Books();

    @BeforeAll
    static void oneGiftIsInTheBooks() {
        books.commit(ledger -> assertThat(number(ledger, gift("a", 1000))).isEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insert into ledger.journals select * from ledger.journals",
                "insert into ledger.split values (1, 2, -1, -1001)",
                "update ledger.split set amount = 1",
                "delete from ledger.split",
                "truncate ledger.split",
                "update ledger.journals set kind = 'fee'",
                "delete from ledger.journals",
                "update ledger.accounts set balance = 0",
                "update ledger.head set last_sequence = 7",
                "insert into ledger.other_inflow values (1, 'poverty-relief', 1000, 2000)",
                "delete from ledger.outflow",
                "delete from ledger.private_parts",
                "select ledger.take(1, 'poverty-relief', 1)",
                "select * from ledger.audit()",
            })
    void aServiceMayNotWriteExceptByPosting(String sql) {
        for (String role : new String[] {"yici_donations", "yici_disbursement", "yici_site"}) {
            assertThatThrownBy(() -> books.execute(role, sql)).as(role).hasMessageContaining("permission denied");
        }
    }

    @Test
    void thePublicSiteSeesNothingOfTheLedger() {
        assertThatThrownBy(() -> books.execute("yici_site", "select * from ledger.journals"))
                .hasMessageContaining("permission denied for schema ledger");
    }

    @Test
    void onlyDonationsReadsPrivateParts() throws SQLException {
        books.execute("yici_donations", "select * from ledger.private_parts");
        assertThatThrownBy(() -> books.execute("yici_disbursement", "select * from ledger.private_parts"))
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.journals set at = now()",
                "delete from ledger.journals",
                "truncate ledger.journals",
                "update ledger.split set amount = 1",
                "delete from ledger.split where sequence = 99",
                "truncate ledger.split",
                "update ledger.other_inflow set to_fen = 1",
                "delete from ledger.outflow",
                "delete from ledger.hole",
                "update ledger.private_parts set json = '{}'",
                "delete from ledger.accounts",
                "update ledger.accounts set balance = 0, total_debits = 0, total_credits = 0",
                "insert into ledger.split values (1, 3, 1, 1), (1, 4, 1, 1), (1, 5, -2, -2)",
                "insert into ledger.split values (2, 1, -1, -1001), (2, 2, 1, 1)",
                "insert into ledger.journals (sequence, at, amount, debited_balance, credited_balance, credited_total, debited,"
                        + " credited, kind, key, currency, commitment, remarks) select sequence + 2, at, amount, 0, 0, 1, debited,"
                        + " credited, kind, 'gap', currency, commitment, remarks from ledger.journals",
            })
    void notEvenTheOwnerChangesWhatIsPosted(String sql) {
        assertThatThrownBy(() -> books.execute("yici_migrate", sql)).isInstanceOf(SQLException.class);
        books.tryOut(ledger -> assertThat(
                        ledger.balance(AccountCode.fund(POVERTY_RELIEF)).block())
                .isEqualTo(Money.ofFen(1000)));
        assertThat(books.audit()).isEmpty();
    }

    @Test
    void theChartInTheDatabaseIsTheChartInTheCode() {
        books.tryOutAsOwner((ledger, database) -> assertThat(database.sql(
                                "select kind || ' ' || form || ' ' || side || ' ' || floored as line from ledger.account_kind")
                        .map(row -> row.get("line", String.class))
                        .all()
                        .collectList()
                        .block())
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(AccountKind.values())
                        .map(kind -> "%s %s %d %s"
                                .formatted(
                                        kind,
                                        kind.form(),
                                        kind.side() == AccountKind.Side.DEBIT ? 1 : -1,
                                        kind.floored()))
                        .toList()));
    }
}
