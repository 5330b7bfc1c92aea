package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A part of a gift goes back, and everybody who looks sees the same. */
@Order(3)
class RefundByHttpTest {

    private static final Visitor CASHIER = Visitor.staff("cashier");
    private static final Visitor APPROVER = Visitor.staff("approver");
    private static final Visitor DEPUTY = Visitor.staff("deputy");

    @Test
    void receipt_trace_fund_and_summary_agree_on_what_went_back() {
        Gift gift = Gift.paid(1_000);
        Books.awaitPublished(gift.sequence());
        Books.awaitQuiet();
        long refunded = Books.fen("refunded");
        long balance = Books.fen("balance");
        long ofFund = fen(fund(), "refunded");

        String refund = CASHIER.post(at(gift), proposal(300)).expect(201).text("id");
        APPROVER.post(at(gift) + "/" + refund + "/approval", "{\"decision\": \"APPROVE\"}")
                .expect(201);
        Awaitility.await("the provider has sent it back")
                .atMost(Duration.ofSeconds(20))
                .until(() -> CASHIER.get(at(gift) + "/" + refund).text("state").equals("DONE"));
        Books.awaitQuiet();

        assertThat(gift.status()).isEqualTo("PART_REFUNDED");
        JsonNode way = gift.giver()
                .get("/receipts/" + gift.token() + ".json")
                .expect(200)
                .json()
                .path("way");
        JsonNode trace = Visitor.stranger()
                .get("/api/v1/trace/" + gift.sequence())
                .expect(200)
                .json();
        assertThat(fen(way, "refunded")).isEqualTo(300);
        assertThat(fen(trace, "refunded")).isEqualTo(300);
        assertThat(fen(trace, "unspent")).isEqualTo(fen(way, "unspent")).isEqualTo(700);
        assertThat(Books.fen("refunded")).isEqualTo(refunded + 300);
        assertThat(Books.fen("balance")).isEqualTo(balance - 300);
        assertThat(fen(fund(), "refunded")).isEqualTo(ofFund + 300);

        long taken =
                CASHIER.get(at(gift) + "/" + refund).json().path("sequence").asLong();
        assertThat(Books.journal(taken).path("kind").asString()).isEqualTo("refund");
        assertThat(Books.journal(taken).path("of").asLong()).isEqualTo(gift.sequence());
        assertThat(Books.journal(taken + 1).path("entries").toString())
                .isEqualTo("[{\"account\":\"clearing:sandbox\",\"amount\":-300},"
                        + "{\"account\":\"payable:refunds\",\"amount\":300}]");
    }

    @Test
    void a_donor_whose_only_gift_went_back_counts_no_more() {
        Gift gift = Gift.paid(700);
        Books.awaitPublished(gift.sequence());
        Books.awaitQuiet();
        long donors = Books.summary().path("donors").asLong();
        String refund = CASHIER.post(at(gift), proposal(700)).expect(201).text("id");
        APPROVER.post(at(gift) + "/" + refund + "/approval", "{\"decision\": \"APPROVE\"}")
                .expect(201);
        Books.awaitQuiet();
        assertThat(gift.status()).isEqualTo("REFUNDED");
        assertThat(Books.summary().path("donors").asLong()).isEqualTo(donors - 1);
    }

    @Test
    void nobody_alone_sends_money_back() {
        Gift gift = Gift.paid(500);
        String refund = DEPUTY.post(at(gift), proposal(500)).expect(201).text("id");
        DEPUTY.post(at(gift) + "/" + refund + "/approval", "{\"decision\": \"APPROVE\"}")
                .expectRefusal(403, "same-person");
        CASHIER.post(at(gift) + "/" + refund + "/approval", "{\"decision\": \"APPROVE\"}")
                .expectRefusal(403, "role");
        assertThat(gift.status()).isEqualTo("PAID");
        APPROVER.post(at(gift) + "/" + refund + "/approval", "{\"decision\": \"DECLINE\", \"note\": \"A test.\"}")
                .expect(201);
    }

    private static String at(Gift gift) {
        return "/api/v1/donations/" + gift.id() + "/refunds";
    }

    private static String proposal(long fen) {
        return """
                {"amount": {"value": %d, "currency": "CNY"}, "reason": "误捐"}""".formatted(fen);
    }

    private static JsonNode fund() {
        return Visitor.stranger()
                .get("/api/v1/funds/" + SmallCampaign.FUND)
                .expect(200)
                .json();
    }

    private static long fen(JsonNode of, String figure) {
        return Books.fen(of.path(figure));
    }
}
