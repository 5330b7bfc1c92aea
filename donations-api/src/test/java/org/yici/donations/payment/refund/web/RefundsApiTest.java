package org.yici.donations.payment.refund.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.payment.refund.RefundDesk;
import tools.jackson.databind.JsonNode;

/** Refunds by program, and what hostile requests get. */
class RefundsApiTest {

    private final RefundDesk desk = new RefundDesk();

    private static String of(CreatedDonation gift) {
        return "/api/v1/donations/" + gift.id() + "/refunds";
    }

    private static String proposal(String value) {
        return "{\"amount\":{\"value\":" + value + ",\"currency\":\"CNY\"},\"reason\":\"误捐\"}";
    }

    @Test
    void one_program_proposes_another_approves_and_both_read_the_same() {
        CreatedDonation gift = desk.given(1_000);
        Office.Answer proposed = Office.of("cashier").send(of(gift), proposal("300"));
        assertThat(proposed.status()).isEqualTo(201);
        assertThat(proposed.json().path("state").asString()).isEqualTo("PROPOSED");
        String refund = of(gift) + "/" + proposed.json().path("id").asString();

        JsonNode seen = Office.of("approver").read(refund).json();
        assertThat(seen.path("amount").path("value").asLong()).isEqualTo(300);
        assertThat(seen.path("refundable").path("value").asLong()).isEqualTo(1_000);
        assertThat(seen.path("next"))
                .extracting(next -> next.path("action").asString() + " "
                        + next.path("allowed").asBoolean() + " "
                        + next.path("reason").asString(""))
                .containsExactly("propose false role", "approve true ", "decline true ");

        Office.Answer approved = Office.of("approver").send(refund + "/approval", "{\"decision\":\"APPROVE\"}");
        assertThat(approved.status()).isEqualTo(201);
        assertThat(approved.json().path("state").asString()).isEqualTo("APPROVED");
        desk.round();
        JsonNode done = Office.of("auditor").read(of(gift)).json().path("items").path(0);
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(done.path("history")).hasSize(4);
        assertThat(done.path("proposedBy").asString()).isEqualTo("cashier");
        assertThat(done.path("decidedBy").asString()).isEqualTo("approver");
    }

    @Test
    void the_same_key_gets_the_first_answer_and_moves_nothing_twice() {
        CreatedDonation gift = desk.given(1_000);
        String key = UUID.randomUUID().toString();
        Office cashier = Office.of("cashier");
        Office.Answer first = cashier.send(of(gift), proposal("300"), key);
        assertThat(cashier.send(of(gift), proposal("300"), key).text()).isEqualTo(first.text());
        assertThat(cashier.send(of(gift), proposal("400"), key).status()).isEqualTo(422);
        String approval = of(gift) + "/" + first.json().path("id").asString() + "/approval";
        String approvalKey = UUID.randomUUID().toString();
        Office approver = Office.of("approver");
        Office.Answer approved = approver.send(approval, "{\"decision\":\"APPROVE\"}", approvalKey);
        assertThat(approver.send(approval, "{\"decision\":\"APPROVE\"}", approvalKey)
                        .text())
                .isEqualTo(approved.text());
        assertThat(approver.send(approval, "{\"decision\":\"APPROVE\"}").status())
                .isEqualTo(409);
        assertThat(desk.journals("refund", gift)).isEqualTo(1);
    }

    @Test
    void nobody_approves_what_they_proposed() {
        CreatedDonation gift = desk.given(1_000);
        Office deputy = Office.of("deputy");
        String refund = of(gift) + "/"
                + deputy.send(of(gift), proposal("300")).json().path("id").asString();
        Office.Answer refused = deputy.send(refund + "/approval", "{\"decision\":\"APPROVE\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("reason").asString()).isEqualTo("same-person");
    }

    @Test
    void roles_are_kept() {
        CreatedDonation gift = desk.given(1_000);
        assertThat(Office.of("approver")
                        .send(of(gift), proposal("300"))
                        .json()
                        .path("reason")
                        .asString())
                .isEqualTo("role");
        String refund = of(gift) + "/"
                + Office.of("reviewer")
                        .send(of(gift), proposal("300"))
                        .json()
                        .path("id")
                        .asString();
        assertThat(Office.of("cashier")
                        .send(refund + "/approval", "{\"decision\":\"APPROVE\"}")
                        .status())
                .isEqualTo(403);
        assertThat(Office.of("intake").read(refund).status()).isEqualTo(403);
        assertThat(Office.ofNobody().read(refund).status()).isEqualTo(401);
        assertThat(Office.ofNobody().send(of(gift), proposal("300")).status()).isIn(401, 403);
    }

    @ParameterizedTest(name = "{0} is answered {1}")
    @CsvSource({
        "-1, 422",
        "0, 422",
        "1.5, 422",
        "'\"300\"', 422",
        "null, 422",
        "1e3, 422",
        "99999999999999999999, 422",
        "9223372036854775807, 409",
        "1001, 409"
    })
    void no_odd_amount_goes_back(String value, int status) {
        CreatedDonation gift = desk.given(1_000);
        assertThat(Office.of("cashier").send(of(gift), proposal(value)).status())
                .isEqualTo(status);
        untouched(gift);
    }

    @ParameterizedTest
    @CsvSource({
        "{},422",
        "'[]',400",
        "'{\"amount\":{\"value\":1,\"currency\":\"USD\"},\"reason\":\"x\"}',422",
        "'{\"amount\":{\"value\":1,\"currency\":\"CNY\"},\"reason\":\" \"}',422",
        "'{\"amount\":{\"value\":1,\"currency\":\"CNY\"},\"reason\":\"a\\u0000b\"}',422",
        "'{\"amount\":{\"value\":1,\"currency\":\"CNY\"},\"reason\":\"\\ud800\"}',422",
        "'{\"amount\":{\"value\":1,\"currency\":\"CNY\"},\"reason\":\"12345678901234567890123456789012345678901\"}',422",
    })
    void no_odd_body_does_anything(String body, int status) {
        CreatedDonation gift = desk.given(1_000);
        assertThat(Office.of("cashier").send(of(gift), body).status()).isEqualTo(status);
        untouched(gift);
    }

    @Test
    void what_is_not_there_is_not_found() {
        CreatedDonation gift = desk.given(1_000);
        CreatedDonation other = desk.given(1_000);
        Office cashier = Office.of("cashier");
        String id = cashier.send(of(gift), proposal("300")).json().path("id").asString();
        String nobody = UUID.randomUUID().toString();
        for (String path : new String[] {
            "/api/v1/donations/" + nobody + "/refunds",
            "/api/v1/donations/x/refunds",
            "/api/v1/donations/" + gift.id().toString().toUpperCase(java.util.Locale.ROOT) + "/refunds",
            of(gift) + "/" + nobody,
            of(gift) + "/%27",
            of(other) + "/" + id
        }) {
            assertThat(cashier.read(path).status()).as(path).isEqualTo(404);
        }
        Office approver = Office.of("approver");
        assertThat(approver.send(of(other) + "/" + id + "/approval", "{\"decision\":\"APPROVE\"}")
                        .status())
                .isEqualTo(404);
        assertThat(approver.send(of(gift) + "/" + id + "/approval", "{\"decision\":\"YES\"}")
                        .status())
                .isEqualTo(422);
        assertThat(desk.fund()).isEqualTo(2_000);
    }

    @Test
    void a_wrong_token_asks_for_nothing() {
        CreatedDonation gift = desk.given(1_000);
        String wrong = "A".repeat(43);
        Map<String, String> form = Map.of("idempotencyKey", UUID.randomUUID().toString(), "reason", "x", "amount", "");
        assertThat(Office.donorFills("/receipts/" + wrong + "/refund", form).status())
                .isEqualTo(404);
        assertThat(Office.donorReads("/receipts/" + wrong + "/refund").status()).isEqualTo(404);
        assertThat(Office.donorFills("/receipts/x/refund", form).status()).isEqualTo(404);
        untouched(gift);
    }

    @ParameterizedTest
    @CsvSource({"-1,422", "0,422", "1.005,422", "'1,000',422", "x,422", "10.01,409", "99999999999999999999,422"})
    void a_donor_asks_for_no_odd_amount(String amount, int status) {
        CreatedDonation gift = desk.given(1_000);
        Map<String, String> form =
                Map.of("idempotencyKey", UUID.randomUUID().toString(), "reason", "退回", "amount", amount);
        assertThat(Office.donorFills("/receipts/" + gift.token().value() + "/refund", form)
                        .status())
                .isEqualTo(status);
        untouched(gift);
    }

    private void untouched(CreatedDonation gift) {
        assertThat(desk.world.number("select count(*) from donations.refund where donation = '" + gift.id() + "'"))
                .isZero();
        assertThat(desk.fund()).isEqualTo(1_000);
        assertThat(desk.status(gift)).isEqualTo("PAID");
    }
}
