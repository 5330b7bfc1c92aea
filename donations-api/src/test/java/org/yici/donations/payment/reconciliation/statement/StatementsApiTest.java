package org.yici.donations.payment.reconciliation.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.payment.reconciliation.statement.BankOffice.WORLD;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yici.donations.payment.reconciliation.statement.Treasurer.Answer;
import tools.jackson.databind.JsonNode;

/** The same by program. */
class StatementsApiTest {

    private final BankOffice office = new BankOffice();
    private final LocalDate today = office.today;
    private final Treasurer cashier = new Treasurer(WORLD, "cashier");

    @Test
    void a_statement_is_brought_looked_at_and_filed() {
        long settled = office.fen();
        long asked = office.fen();
        long sequence = office.settled(settled, office.number());
        long choice = office.settled(asked, office.number());
        byte[] file = new CamtOf(today, today, 5_000)
                .in(today, settled, "A1", "沙盒", "")
                .in(today, asked, "A2", "王老五", "")
                .out(today, 700, "A3", "某户")
                .bytes();
        String key = UUID.randomUUID().toString();
        Answer brought = cashier.upload(file, key);
        assertThat(brought.status()).as(brought.text()).isEqualTo(201);
        assertThat(cashier.upload(file, key).text()).isEqualTo(brought.text());
        assertThat(cashier.upload(new byte[] {1}, key).status())
                .as("another file")
                .isEqualTo(422);
        String id = "/" + brought.json().path("id").asString();
        assertThat(brought.json().path("state").asString()).isEqualTo("DRAFT");

        JsonNode lines = cashier.read(id + "/lines").path("items");
        assertThat(lines)
                .extracting(line -> line.path("direction").asString() + " "
                        + line.path("amount").path("value").asLong() + " "
                        + line.path("fate").asString())
                .containsExactly("IN " + settled + " SETTLEMENT", "IN " + asked + " OPEN", "OUT 700 NOT_OURS");
        assertThat(lines.path(0).path("sequence").asLong()).isEqualTo(sequence);
        assertThat(lines.path(1).path("words").asString()).isEqualTo("王老五");
        assertThat(cashier.read(id + "/lines?limit=1").path("next").asString()).isEqualTo("1");
        JsonNode audited = new Treasurer(WORLD, "auditor").read(id + "/lines?show=open");
        assertThat(audited.path("items")).hasSize(1);
        assertThat(audited.toString()).doesNotContain("王老五");

        assertThat(cashier.send(id + "/filing", "").json().path("state").asString())
                .isEqualTo("FILED");
        assertThat(cashier.send(id + "/matching", "").status()).isEqualTo(201);
        assertThat(cashier.send(id + "/lines/2/settlement", "{}").status()).isEqualTo(422);
        assertThat(cashier.send(id + "/lines/2/settlement", "{\"sequence\":" + sequence + "}")
                        .status())
                .isEqualTo(409);
        assertThat(cashier.send(id + "/lines/2/settlement", "{\"sequence\":" + choice + "}")
                        .status())
                .isEqualTo(201);
        JsonNode filed = cashier.read(id);
        assertThat(filed.path("matched").asLong()).isEqualTo(2);
        assertThat(filed.path("open").asLong()).isZero();
        assertThat(filed.path("closing").path("value").asLong()).isEqualTo(5_000 + settled + asked - 700);
        assertThat(cashier.read("?limit=1").path("items").path(0).path("id").asString())
                .isEqualTo(id.substring(1));
        Answer again = cashier.upload(file, UUID.randomUUID().toString());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("reason").asString()).isEqualTo("same-statement");
        assertThat(cashier.delete(id).status()).as("filed").isEqualTo(409);
    }

    @Test
    void what_is_wrong_is_answered_by_row_and_roles_are_kept() {
        byte[] wrong = new CamtOf(today, today, 0)
                .in(today.plusDays(3), office.fen(), "B1", "", "")
                .bytes();
        Answer refused = cashier.upload(wrong, UUID.randomUUID().toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo("lines[1]");
        assertThat(cashier.upload(wrong, "short").status()).as("a key").isEqualTo(400);
        Treasurer auditor = new Treasurer(WORLD, "auditor");
        assertThat(auditor.upload(wrong, UUID.randomUUID().toString()).status()).isEqualTo(403);
        for (String nowhere : new String[] {"/0/filing", "/999999999/filing", "/999999999/matching", "/x/matching"}) {
            assertThat(cashier.send(nowhere, "").status()).as(nowhere).isEqualTo(404);
        }
        byte[] good = new CamtOf(today, today, 0)
                .in(today, office.fen(), "B2", "", "")
                .bytes();
        String id = "/"
                + cashier.upload(good, UUID.randomUUID().toString())
                        .json()
                        .path("id")
                        .asString();
        assertThat(auditor.send(id + "/filing", "").status()).isEqualTo(403);
        assertThat(auditor.delete(id).status()).isEqualTo(403);
        assertThat(cashier.delete(id).status()).isEqualTo(204);
        assertThat(cashier.delete(id).status()).isEqualTo(404);
    }
}
