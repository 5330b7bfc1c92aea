package org.yici.donations.payment.refund.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.payment.refund.RefundDesk;

/** The whole way through the pages, as browsers without scripts walk it. */
class RefundPagesTest {

    private static final String LIST = "/staff/payments/refunds";
    private final RefundDesk desk = new RefundDesk();

    private static Map<String, String> wish(String reason, String amount) {
        return Map.of("idempotencyKey", UUID.randomUUID().toString(), "reason", reason, "amount", amount);
    }

    private static String receipt(CreatedDonation gift) {
        return "/receipts/" + gift.token().value();
    }

    @Test
    void from_the_donors_receipt_to_the_donors_receipt() {
        CreatedDonation gift = desk.given(1_000);
        assertThat(Office.donorReads(receipt(gift)).text()).contains("退回这笔捐赠", receipt(gift) + "/refund");
        Office.Answer asked = Office.donorFills(receipt(gift) + "/refund", wish("多按了一个零", "9"));
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.location()).isEqualTo(receipt(gift));
        assertThat(Office.donorReads(receipt(gift)).text())
                .contains("您想退回 ¥9.00")
                .doesNotContain(receipt(gift) + "/refund");

        Office cashier = Office.of("cashier");
        String list = cashier.page(LIST + "?after=" + justBefore(gift)).text();
        String page = LIST + "/" + idOf(gift);
        assertThat(list).contains(page, "等您");
        assertThat(cashier.page(page).text()).contains("多按了一个零", "value=\"9.00\"", "捐赠人");
        Office.Answer proposed =
                cashier.fill(LIST, Map.of("gift", gift.id().toString(), "amount", "9", "reason", "退回误捐"));
        assertThat(proposed.location()).isEqualTo(page);
        assertThat(cashier.page(page).text()).contains("退回误捐", "您没有", "class=\"closed\"");

        Office approver = Office.of("approver");
        String read = approver.page(page).text();
        assertThat(read).contains("name=\"seen\" value=\"9.00\"", "同意退回", "多按了一个零");
        Office.Answer approved =
                approver.fill(page + "/approval", Map.of("decision", "APPROVE", "seen", "9.00", "note", "核实过"));
        assertThat(approved.status()).isEqualTo(303);
        assertThat(Office.donorReads(receipt(gift)).text()).contains("¥9.00 正在退回给您");

        desk.round();
        assertThat(approver.page(page).text()).contains("已退到", "sandbox-", "这笔退款已经办完");
        assertThat(Office.donorReads(receipt(gift)).text()).contains("¥9.00 已退回给您", "部分退回");
        assertThat(approver.page(LIST + "?finished=yes").text()).contains(page);
    }

    @Test
    void a_page_reads_in_english_too() {
        CreatedDonation gift = desk.given(1_000);
        Office.donorFills(receipt(gift) + "/refund", wish("One zero too many", ""));
        assertThat(Office.donorReads(receipt(gift) + "?lang=en").text()).contains("our staff are looking at it");
        assertThat(Office.of("reviewer")
                        .page(LIST + "/" + idOf(gift) + "?lang=en")
                        .text())
                .contains("would like back what is not spent yet", "One zero too many", "Propose a refund");
    }

    @Test
    void whoever_proposed_reads_why_somebody_else_has_to_approve() {
        CreatedDonation gift = desk.given(1_000);
        Office deputy = Office.of("deputy");
        deputy.fill(LIST, Map.of("gift", gift.id().toString(), "amount", "10", "reason", "退回"));
        String page = LIST + "/" + idOf(gift);
        assertThat(deputy.page(page).text()).contains("提议和审批要由两个人").doesNotContain("value=\"APPROVE\"");
        Office.Answer refused = deputy.fill(page + "/approval", Map.of("decision", "APPROVE"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("提议和审批要由两个人");
        assertThat(desk.fund()).isEqualTo(1_000);
    }

    @Test
    void a_refused_form_comes_back_with_what_was_typed_and_why() {
        CreatedDonation gift = desk.given(1_000);
        desk.granted(600);
        Office cashier = Office.of("cashier");
        Office.Answer tooMuch =
                cashier.fill(LIST, Map.of("gift", gift.id().toString(), "amount", "10", "reason", "全部退回"));
        assertThat(tooMuch.status()).isEqualTo(409);
        assertThat(tooMuch.text()).contains("¥4.00", "全部退回", "value=\"10\"");
        Office.Answer fraction =
                cashier.fill(LIST, Map.of("gift", gift.id().toString(), "amount", "1.005", "reason", "退回"));
        assertThat(fraction.status()).isEqualTo(422);
        assertThat(fraction.text()).contains("amount-error", "两位小数");
        assertThat(desk.world.number("select count(*) from donations.refund where donation = '" + gift.id() + "'"))
                .isZero();
    }

    @Test
    void a_form_sent_twice_asks_once() {
        CreatedDonation gift = desk.given(1_000);
        Map<String, String> form = wish("误捐", "");
        assertThat(Office.donorFills(receipt(gift) + "/refund", form).status()).isEqualTo(303);
        assertThat(Office.donorFills(receipt(gift) + "/refund", form).status()).isEqualTo(303);
        assertThat(Office.donorFills(receipt(gift) + "/refund", wish("误捐", "")).status())
                .isEqualTo(409);
        assertThat(desk.world.number("select count(*) from donations.refund where donation = '" + gift.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_donor_whose_gift_is_spent_reads_so_and_finds_no_form() {
        CreatedDonation gift = desk.given(1_000);
        desk.granted(1_000);
        assertThat(Office.donorReads(receipt(gift)).text()).doesNotContain("/refund\"");
        assertThat(Office.donorReads(receipt(gift) + "/refund").text()).contains("没有可以退回的部分");
        assertThat(Office.donorFills(receipt(gift) + "/refund", wish("想要回来", ""))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_declined_donor_reads_why_and_may_ask_again() {
        CreatedDonation gift = desk.given(1_000);
        Office.donorFills(receipt(gift) + "/refund", wish("想要回来", ""));
        Office.Answer mute = Office.of("approver")
                .fill(LIST + "/" + idOf(gift) + "/approval", Map.of("decision", "DECLINE", "note", " "));
        assertThat(mute.status()).isEqualTo(422);
        Office.of("approver")
                .fill(LIST + "/" + idOf(gift) + "/approval", Map.of("decision", "DECLINE", "note", "请先来电"));
        assertThat(Office.donorReads(receipt(gift)).text()).contains("没有同意", "请先来电", "/refund\"");
    }

    @Test
    void a_cashier_pays_what_the_provider_refused_and_says_on_which_slip() {
        CreatedDonation gift = desk.given(1_000);
        desk.approved(gift, 1_000, "退回 #fail");
        desk.round();
        String page = LIST + "/" + idOf(gift);
        Office cashier = Office.of("cashier");
        assertThat(cashier.page(page).text()).contains("SANDBOX_REFUSES", "付款方没有办成", "name=\"reference\"");
        assertThat(cashier.fill(page + "/payment", Map.of("source", "CASH", "reference", ""))
                        .text())
                .contains("reference-error");
        assertThat(cashier.fill(page + "/payment", Map.of("source", "CASH", "reference", "收条 0417"))
                        .status())
                .isEqualTo(303);
        assertThat(cashier.page(page).text()).contains("收条 0417", "已退到");
    }

    @Test
    void intake_has_no_business_with_refunds_and_an_auditor_only_reads() {
        CreatedDonation gift = desk.given(1_000);
        desk.proposed(gift, 100, "退回");
        assertThat(Office.of("intake").page(LIST).status()).isEqualTo(403);
        Office auditor = Office.of("auditor");
        assertThat(auditor.page(LIST + "/" + idOf(gift)).status()).isEqualTo(200);
        assertThat(auditor.fill(LIST + "/" + idOf(gift) + "/approval", Map.of("decision", "APPROVE"))
                        .status())
                .isEqualTo(403);
        assertThat(Office.ofNobody().read(LIST).status()).isEqualTo(401);
    }

    private String idOf(CreatedDonation gift) {
        return desk.idOfLast(gift);
    }

    /** An id just before that of the gift's refund, so that the list begins with it, whatever else is there. */
    private String justBefore(CreatedDonation gift) {
        return idOf(gift).substring(0, 35) + "0";
    }
}
