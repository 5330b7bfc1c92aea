package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.standalone.story.GrantCase.APPROVER;
import static org.yici.standalone.story.GrantCase.CASHIER;
import static org.yici.standalone.story.GrantCase.INTAKE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Hundreds of requests that nobody honest sends: each is the sender's fault, and none of them changes anything. */
@Order(6)
class HostileRequestsTest {

    private static Map<String, String> ids;
    private static List<JsonNode> before;

    @BeforeAll
    static void a_case_at_each_step() {
        Gift.paid(50_000);
        SmallCampaign.settle();
        Gift unpaid = Gift.of(1);
        GrantCase paying = GrantCase.noticeEnded(6_000);
        String award = paying.approved();
        String payout = CASHIER.post("/api/v1/payouts", "{\"awards\": [\"" + award + "\"]}")
                .expect(201)
                .text("id");
        GrantCase onNotice = GrantCase.applied(6_000).reviewed();
        ids = Map.of(
                "application", onNotice.id,
                "notice", onNotice.posted(),
                "household", onNotice.look().path("household").asString(),
                "award", award,
                "payout", payout,
                "donation", unpaid.id(),
                "token", unpaid.token());
        Books.awaitQuiet();
        before = everything();
    }

    @TestFactory
    Stream<DynamicTest> each_is_the_senders_fault() {
        return HostileRequest.all(ids).stream()
                .map(request -> DynamicTest.dynamicTest(request.toString(), () -> assertRefused(request)));
    }

    @AfterAll
    static void nothing_changed() {
        Books.awaitQuiet();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void what_is_typed_as_markup_is_shown_as_text() {
        Answer created = Visitor.stranger().post("/api/v1/donations", """
                {"campaign": "daily-kindness", "amount": {"value": 1, "currency": "CNY"}, "method": "sandbox",
                 "message": "<b>bold</b>", "donor": {"name": "<script>alert(1)</script>", "anonymous": false}}""");
        if (created.status() == 201) {
            Gift gift = Gift.of(Visitor.stranger(), created, 1);
            assertThat(Visitor.stranger()
                            .get("/receipts/" + gift.token())
                            .expect(200)
                            .body())
                    .doesNotContain("<script>alert", "<b>bold");
        } else {
            created.expect(422);
        }
    }

    private static void assertRefused(HostileRequest request) throws Exception {
        RawClient.Reply reply =
                RawClient.send(County.address("/"), request.method(), request.path(), headers(request), request.body());
        assertThat(request.isAnsweredBy(reply.status()))
                .as("%s%n%s%n%n%s", request, reply.head(), reply.body())
                .isTrue();
        assertThat(reply.body())
                .as("nothing of the inside is told")
                .doesNotContain("org.yici", "org.springframework", "io.r2dbc", "Exception", "refusal.", "??");
        if (request.isForm() && reply.header("Content-Type").startsWith("text/html")) {
            assertThat(reply.body()).as("the form again, with what is wrong").contains("field-error");
        } else if (!request.byCodec()) {
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
            assertThat(reply.body()).contains("\"status\":" + reply.status(), "\"reason\":\"", "\"title\":\"");
        }
    }

    private static Map<String, String> headers(HostileRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", "localhost");
        headers.put("Connection", "close");
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        if (!request.type().isEmpty()) {
            headers.put("Content-Type", request.type());
        }
        if (request.body().length > 0 || request.method().equals("POST")) {
            headers.put("Content-Length", Integer.toString(request.body().length));
        }
        switch (request.who()) {
            case "stranger" -> {}
            case "no key" -> headers.remove("Idempotency-Key");
            case "short key" -> headers.put("Idempotency-Key", "short");
            case "key that is no ascii" -> headers.put("Idempotency-Key", "钥匙钥匙钥匙钥匙钥匙钥匙钥匙");
            case "forged cookie" -> headers.put("Cookie", "yici_staff=" + "A".repeat(43));
            case "huge cookie" -> headers.put("Cookie", "yici_staff=" + "A".repeat(70_000));
            case "huge header" -> headers.put("X-Huge", "x".repeat(70_000));
            case "header with a control character" -> headers.put("Accept-Language", "zh\u0001");
            case "broken length" -> headers.put("Content-Length", "many");
            case "negative length" -> headers.put("Content-Length", "-5");
            case "staff without token" ->
                headers.put("Cookie", Visitor.staff("admin").header("Cookie"));
            default -> headers.putAll(Visitor.staff(request.who()).headers());
        }
        return headers;
    }

    /** What a hostile request could have changed, as far as it can be seen from outside. */
    private static List<JsonNode> everything() {
        return Stream.of(
                        Visitor.stranger().get("/api/v1/summary"),
                        Visitor.stranger().get("/api/v1/campaigns"),
                        Visitor.stranger().get("/api/v1/funds"),
                        Visitor.stranger().get("/api/v1/grants"),
                        Visitor.stranger().get("/api/v1/notices"),
                        INTAKE.get("/api/v1/households?limit=200"),
                        APPROVER.get("/api/v1/applications/" + ids.get("application")),
                        Visitor.stranger()
                                .get("/api/v1/donations/" + ids.get("donation") + "?token=" + ids.get("token")))
                .map(answer -> answer.expect(200).json())
                .toList();
    }
}
