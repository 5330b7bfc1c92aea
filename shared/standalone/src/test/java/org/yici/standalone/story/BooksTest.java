package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** After everything that the other tests did: what anybody can check, checked. */
@Order(7)
class BooksTest {

    private static List<JsonNode> journals;

    @BeforeAll
    static void read() {
        if (Books.head() == 0) {
            Gift.paid(100);
        }
        Books.awaitQuiet();
        journals = Books.journals();
    }

    @Test
    void each_journal_comes_to_zero_and_so_do_all_together() {
        long all = 0;
        for (JsonNode journal : journals) {
            long sum = sum(journal);
            assertThat(sum).as("%s", journal).isZero();
            all += sum;
        }
        assertThat(all).isZero();
        assertThat(journals).isNotEmpty();
    }

    @Test
    void the_sequence_has_no_gap_and_time_never_falls() {
        Instant last = Instant.EPOCH;
        for (int i = 0; i < journals.size(); i++) {
            assertThat(journals.get(i).path("sequence").asLong()).isEqualTo(i + 1);
            Instant at = Instant.parse(journals.get(i).path("at").asString());
            assertThat(at).as("journal %d", i + 1).isAfterOrEqualTo(last);
            last = at;
        }
        assertThat(Books.head()).isEqualTo(journals.size());
    }

    @Test
    void every_journal_has_its_public_form_and_no_more() {
        for (JsonNode journal : journals) {
            assertThat(journal.propertyNames())
                    .isSubsetOf(
                            "at",
                            "currency",
                            "entries",
                            "kind",
                            "private",
                            "sequence",
                            "v",
                            "of",
                            "grant",
                            "aid",
                            "campaign");
            assertThat(journal.propertyNames())
                    .contains("at", "currency", "entries", "kind", "private", "sequence", "v");
            assertThat(journal.path("at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            assertThat(journal.path("private").asString()).matches("[A-Za-z0-9+/]{43}=");
        }
        assertThat(journals.stream()
                        .map(journal -> journal.path("private").asString())
                        .distinct())
                .hasSameSizeAs(journals);
    }

    @Test
    void what_came_in_is_what_is_there_and_what_went_out() {
        JsonNode summary = Books.summary();
        assertThat(fen(summary, "received") - fen(summary, "refunded") - fen(summary, "costs"))
                .isEqualTo(fen(summary, "balance") + fen(summary, "committed") + fen(summary, "disbursed"));
    }

    @Test
    void the_summary_is_the_sum_of_the_funds_and_of_the_journals() {
        JsonNode summary = Books.summary();
        JsonNode funds = Visitor.stranger()
                .get("/api/v1/funds?limit=200")
                .expect(200)
                .json()
                .path("items");
        for (String figure : List.of("received", "refunded", "costs", "committed", "disbursed", "balance")) {
            long sum = 0;
            for (JsonNode fund : funds) {
                sum += fen(fund, figure);
            }
            assertThat(sum).as(figure).isEqualTo(fen(summary, figure));
        }
        long received = 0;
        long balance = 0;
        for (JsonNode journal : journals) {
            for (JsonNode entry : journal.path("entries")) {
                if (entry.path("account").asString().startsWith("fund:")) {
                    balance -= entry.path("amount").asLong();
                    received -= journal.path("kind").asString().equals("donation")
                            ? entry.path("amount").asLong()
                            : 0;
                }
            }
        }
        assertThat(received).isEqualTo(fen(summary, "received"));
        assertThat(balance).isEqualTo(fen(summary, "balance"));
    }

    @Test
    void every_accounts_balance_is_the_sum_of_its_public_entries() throws Exception {
        Map<String, Long> sums = new HashMap<>();
        for (JsonNode journal : journals) {
            for (JsonNode entry : journal.path("entries")) {
                sums.merge(
                        entry.path("account").asString(), entry.path("amount").asLong(), Long::sum);
            }
        }
        assertThat(balancesInTheLedger()).containsAllEntriesOf(sums);
    }

    @Test
    void the_audit_finds_nothing() throws Exception {
        List<String> broken = new ArrayList<>();
        try (Connection ledger = County.owner();
                Statement statement = ledger.createStatement();
                ResultSet rows = statement.executeQuery("select check_name, sequence, detail from ledger.audit()")) {
            while (rows.next()) {
                broken.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void a_gifts_trace_comes_to_its_amount() {
        for (JsonNode journal : journals) {
            if (journal.path("kind").asString().equals("donation")) {
                JsonNode trace = Visitor.stranger()
                        .get("/api/v1/trace/" + journal.path("sequence").asLong())
                        .expect(200)
                        .json();
                long sum = fen(trace, "costs") + fen(trace, "refunded") + fen(trace, "unspent");
                for (JsonNode paid : trace.path("paid")) {
                    sum += fen(paid, "amount");
                }
                assertThat(sum).as("%s", trace).isEqualTo(fen(trace.path("gift"), "amount"));
            }
        }
    }

    private static long fen(JsonNode of, String figure) {
        return Books.fen(of.path(figure));
    }

    private static long sum(JsonNode journal) {
        long sum = 0;
        for (JsonNode entry : journal.path("entries")) {
            assertThat(entry.path("amount").isIntegralNumber()).isTrue();
            sum += entry.path("amount").asLong();
        }
        return sum;
    }

    private static Map<String, Long> balancesInTheLedger() throws Exception {
        Map<String, Long> balances = new HashMap<>();
        try (Connection ledger = County.owner();
                Statement statement = ledger.createStatement();
                ResultSet rows = statement.executeQuery("select code, balance from ledger.accounts")) {
            while (rows.next()) {
                balances.put(rows.getString(1), rows.getLong(2));
            }
        }
        return balances;
    }
}
