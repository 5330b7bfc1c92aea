package org.yici.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.ledger.SmallWorld.DAILY_KINDNESS;
import static org.yici.ledger.SmallWorld.GRANT;
import static org.yici.ledger.SmallWorld.NOON;
import static org.yici.ledger.SmallWorld.POVERTY_RELIEF;
import static org.yici.ledger.SmallWorld.award;
import static org.yici.ledger.SmallWorld.fen;
import static org.yici.ledger.SmallWorld.gift;
import static org.yici.ledger.SmallWorld.number;
import static org.yici.ledger.SmallWorld.refund;
import static org.yici.ledger.SmallWorld.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** Each promise is broken once, behind the back of every trigger and constraint, and the audit names the very journal. */
class AuditTest {

    private static final Books books = new Books();
    private static final GrantCode BOTH_FUNDS = GrantCode.of("G-2018-0002");

    /** What a journal is made of that a poster gone wrong might write: it moves the accounts, and nothing checks it. */
    private static final String PLAIN =
            "insert into ledger.journals (sequence, of_sequence, at, amount, debited_balance,"
                    + " credited_balance, credited_total, debited, credited, kind, key, currency, commitment, remarks)"
                    + " select h.last_sequence + 1, %d, h.last_at, %d, d.balance + %2$d, c.balance - %2$d, c.total_credits + %2$d,"
                    + " d.number, c.number, '%s', 'planted', 'CNY', sha256('x'), '{}'"
                    + " from ledger.head h, ledger.accounts d, ledger.accounts c where d.code = '%s' and c.code = '%s'";

    /** @see #world */
    enum Planted {
        UNBALANCED(
                "journal-balances 12",
                "update ledger.split set amount = amount + 1 where sequence = 12 and amount = 20"
                        + " and account = (select number from ledger.accounts where code = 'fund:poverty-relief')"),
        SUM("sum-zero", UNBALANCED.sql),
        EMPTY(
                "journal-entries 7",
                "update ledger.journals set amount = null, debited = null, credited = null, debited_balance = null,"
                        + " credited_balance = null, credited_total = null where sequence = 7"),
        LOST_JOURNAL("entry-journal 12", "delete from ledger.journals where sequence = 12"),
        GAP("sequence-gap 5", "delete from ledger.journals where sequence = 4"),
        TIME("time-falls 6", "update ledger.journals set at = at - interval '1 hour' where sequence = 6"),
        HEAD("head 11", "update ledger.head set last_sequence = 11"),
        KEY(
                "key-twice 2",
                "drop index ledger.one_journal_a_key",
                "update ledger.journals set key = (select key from ledger.journals where sequence = 1) where sequence = 2"),
        LOST_PRIVATE_PART(
                "private-part-lost-journal 99",
                "insert into ledger.private_parts (sequence, salt, json) select 99, salt, json from ledger.private_parts"
                        + " where sequence = 1"),
        COMMITMENT("commitment 1", "update ledger.private_parts set json = '{\"donation\":\"z\"}' where sequence = 1"),
        ACCOUNT(
                "account bank:main keeps",
                "update ledger.accounts set balance = balance + 1, total_debits = total_debits + 1"
                        + " where code = 'bank:main'"),
        NO_ACCOUNT("account-missing 7", "update ledger.journals set debited = 999 where sequence = 7"),
        CHART("account-chart bank:main", "update ledger.accounts set floor = null where code = 'bank:main'"),
        BALANCE_AFTER(
                "balance-after 7",
                "update ledger.journals set debited_balance = debited_balance + 1 where sequence = 7"),
        OVERDRAWN_FUND(
                "award-over-available 13",
                PLAIN.formatted(null, 9_000, "award", "fund:poverty-relief", "payable:award:G-2018-0001")),
        PAID_TWICE(
                "paid-over-award 13",
                PLAIN.formatted(5, 700, "payout", "payable:award:G-2018-0001", "transit:payouts")),
        OVERDRAWN_BANK("floor 13", PLAIN.formatted(null, 9_000, "settlement", "clearing:sandbox", "bank:main")),
        REFUND("refund-over-gift 13", PLAIN.formatted(2, 301, "refund", "fund:poverty-relief", "payable:refunds")),
        TREASURY("treasury-mixed 13", PLAIN.formatted(null, 1, "treasury-due", "clearing:sandbox", "payable:refunds")),
        RETURNED_OVER_PAID(
                "returned-over-paid 8",
                PLAIN.formatted(8, 301, "payout-returned", "bank:main", "payable:award:G-2018-0001")),
        LINE_GAP("line-gap 2", "update ledger.journals set credited_total = credited_total + 1 where sequence = 2"),
        LINE_ORDER(
                "line-order 1",
                "update ledger.journals set credited_total = 500 where sequence = 2",
                "update ledger.journals set credited_total = 1500 where sequence = 1"),
        FRONTIER("frontier 5", "update ledger.outflow set from_fen = from_fen + 1 where sequence = 5"),
        HOLE("hole-outside-gift 3", "update ledger.hole set gift = 1"),
        RETURNED_UNTAKEN(
                "returned-untaken 9",
                "update ledger.other_inflow set origin_from = origin_from + 10000 where sequence = 9"),
        RETURNED_TWICE(
                "returned-twice",
                "drop index ledger.other_inflow_by_place",
                "insert into ledger.other_inflow select sequence, fund, from_fen + 10000, to_fen + 10000, origin,"
                        + " origin_fund, origin_from from ledger.other_inflow where sequence = 9"),
        LINE_BALANCE(
                "line-balance fund:poverty-relief",
                "update ledger.outflow set to_fen = to_fen - 1 where sequence = 12 and fund = 'poverty-relief'"),
        LINE_ENTRY("line-entry 12", LINE_BALANCE.sql);

        private final String found;
        private final String[] sql;

        Planted(String found, String... sql) {
            this.found = found;
            this.sql = sql;
        }

        String check() {
            return found.split(" ")[0];
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsBrokenIsNamed(Planted planted) {
        books.tryOutAsOwner((ledger, database) -> {
            world(ledger);
            assertThat(Books.audit(database)).isEmpty();
            nothingGuards(database);
            for (String sql : planted.sql) {
                database.sql(sql).then().block();
            }
            assertThat(Books.audit(database)).anyMatch(row -> row.startsWith(planted.found));
        });
    }

    @Test
    void everyCheckOfTheAuditHasBeenSeenToFindSomething() throws IOException {
        try (var file = AuditTest.class.getResourceAsStream("/db/ledger/R__4_audit.sql")) {
            String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Set<String> checks = Pattern.compile("(?:select|then|else) '([a-z-]+)'")
                    .matcher(sql)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> seen = new TreeSet<>();
            Arrays.stream(Planted.values()).forEach(planted -> seen.add(planted.check()));
            assertThat(seen).isEqualTo(checks);
        }
    }

    /** Two gifts (1, 2), one partly refunded (3, 4); an award (5) partly paid (6 to 8) and partly released (9); and so on. */
    private static void world(Ledger ledger) {
        number(ledger, gift("a", 1000));
        number(ledger, gift("b", 500));
        number(ledger, refund("b", 2, 200));
        number(ledger, MoneyMoves.refundConfirmed("refund-paid/b", NOON, 3, "sandbox", fen(200)));
        number(ledger, award(GRANT, 700));
        number(ledger, MoneyMoves.payoutSent("payout/1", NOON, 5, GRANT, AidKind.SCHOOLING, fen(300)));
        number(ledger, MoneyMoves.settlement("settlement/1", NOON, "sandbox", fen(1000)));
        number(ledger, MoneyMoves.payoutConfirmed("paid/1", NOON, 6, GRANT, AidKind.SCHOOLING, fen(300)));
        number(ledger, release("1", 5, GRANT, 100));
        number(ledger, MoneyMoves.transfer("transfer/1", NOON, POVERTY_RELIEF, DAILY_KINDNESS, fen(50)));
        number(ledger, MoneyMoves.statement("statement/1", NOON, Map.of("month", "2018-05")));
        number(
                ledger,
                MoneyMoves.awardCommitted(
                        "award/both",
                        NOON,
                        BOTH_FUNDS,
                        AidKind.MEDICAL,
                        Map.of(POVERTY_RELIEF, fen(20), DAILY_KINDNESS, fen(20))));
    }

    private static void nothingGuards(DatabaseClient database) {
        for (String table : new String[] {"journals", "split", "other_inflow", "outflow", "hole", "private_parts"}) {
            database.sql("alter table ledger.%s disable trigger never_changed".formatted(table))
                    .then()
                    .block();
        }
        database.sql("alter table ledger.accounts disable trigger user, drop constraint floor_holds")
                .then()
                .block();
        database.sql("alter table ledger.head disable trigger user").then().block();
    }
}
