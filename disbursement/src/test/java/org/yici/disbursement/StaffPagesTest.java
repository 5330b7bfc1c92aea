package org.yici.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;

/** The pages of staff, as a browser without scripts sees them. */
class StaffPagesTest {

    private static final County county = County.shared();

    @Test
    void what_waits_for_a_reviewer_is_one_click_away() {
        String id = county.filed("schooling", 12_300);
        Answer desk = county.staff("reviewer").page("/staff");
        assertThat(desk.status()).as(desk.body()).isEqualTo(200);
        assertThat(desk.body()).contains("/staff/applications/" + id);
        assertThat(county.staff("cashier").page("/staff").body()).doesNotContain(id);
        for (String list : new String[] {"notice", "others", "done"}) {
            assertThat(county.staff("reviewer").page("/staff?list=" + list).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_page_is_html_or_nothing() {
        Person reviewer = county.staff("reviewer");
        assertThat(reviewer.page("/staff").type()).startsWith("text/html");
        assertThat(reviewer.get("/staff").status()).isEqualTo(406);
    }

    @Test
    void a_grant_is_decided_by_forms_and_a_refusal_stands_on_the_page_in_words() {
        Person intake = county.staff("intake");
        String household =
                intake.post("/api/v1/households", County.household("清河镇")).text("/id");
        Answer form = intake.page("/staff/households/" + household + "/applications/new");
        assertThat(form.status()).as(form.body()).isEqualTo(200);
        String member = form.body().split("<option value=\"")[1].split("\"")[0];
        Map<String, String> fields =
                Map.of("member", member, "programme", "schooling", "amount", "800.123", "reason", "孩子开学。");
        Answer wrong = intake.submit("/staff/households/" + household + "/applications/new", fields);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("最多两位小数").contains("800.123");
        fields = Map.of("member", member, "programme", "schooling", "amount", "800", "reason", "孩子开学。");
        String page = intake.submit("/staff/households/" + household + "/applications/new", fields)
                .location();
        assertThat(page).startsWith("/staff/applications/");

        Person reviewer = county.staff("reviewer");
        assertThat(reviewer.page(page).body())
                .contains("初审通过")
                .contains("孩子开学")
                .contains("还没到：")
                .doesNotContain("不符合：");
        assertThat(reviewer.submit(page + "/reviews", Map.of("decision", "PASS", "note", "属实"))
                        .status())
                .isEqualTo(303);
        assertThat(reviewer.submit(page + "/notice", Map.of()).status()).isEqualTo(303);
        Person approver = county.staff("approver");
        Answer early = approver.submit(page + "/approval", Map.of("decision", "APPROVE", "note", "好"));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).contains("之后才能审批");
        county.aWeekLater();
        Answer wordless =
                approver.submit(page + "/approval", Map.of("decision", "APPROVE", "amount", "700", "note", ""));
        assertThat(wordless.status()).isEqualTo(422);
        assertThat(wordless.body()).contains("批准别的金额，要写明为什么");
        assertThat(approver.submit(
                                page + "/approval", Map.of("decision", "APPROVE", "amount", "700", "note", "书本费学校已减免。"))
                        .status())
                .isEqualTo(303);
        Answer seen = approver.page(page);
        assertThat(seen.body()).contains("同意资助 ¥700.00").contains("等拨付");

        Person cashier = county.staff("cashier");
        assertThat(cashier.page("/staff/payouts").status()).isEqualTo(200);
    }

    @Test
    void every_page_of_the_desk_opens_in_both_languages() {
        Person intake = county.staff("intake");
        String household =
                intake.post("/api/v1/households", County.household("松岭乡")).text("/id");
        for (String path : new String[] {
            "/staff", "/staff/households", "/staff/households/new", "/staff/households/" + household, "/staff/payouts"
        }) {
            for (String lang : new String[] {"zh", "en"}) {
                Answer page = intake.page(path + "?lang=" + lang);
                assertThat(page.status()).as(path + page.body()).isEqualTo(200);
                assertThat(page.body()).as(path).doesNotContain("??");
            }
        }
    }

    @Test
    void numbers_are_masked_until_an_officer_asks_to_see_them() {
        Person intake = county.staff("intake");
        Map<String, Object> registration = County.household("松岭乡");
        String household = intake.post("/api/v1/households", registration).text("/id");
        String number = "6222021234567890128";
        assertThat(intake.page("/staff/households/" + household).body()).doesNotContain(number);
        assertThat(intake.submit("/staff/households/" + household + "/revelation", Map.of())
                        .body())
                .contains(number);
        assertThat(county.staff("reviewer")
                        .submit("/staff/households/" + household + "/revelation", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_registration_that_is_wrong_comes_back_with_what_was_typed_and_what_to_mend() {
        Person intake = county.staff("intake");
        Answer wrong = intake.submit(
                "/staff/households/new",
                Map.of(
                        "township", "赞字乡",
                        "category", "DIBAO",
                        "members%5B0%5D.name", "李秀英",
                        "members%5B0%5D.identityNumber", "22070219790230284X",
                        "members%5B0%5D.relation", "本人",
                        "bankCard.holder", "李秀英",
                        "bankCard.number", "6217"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("李秀英").contains("还有 3 处要改").contains("出生日期不存在");
    }

    @Test
    void a_batch_asks_for_the_banks_results_until_it_is_settled() {
        Person cashier = county.staff("cashier");
        String id = cashier.post("/api/v1/payouts", Map.of("awards", List.of(county.awarded("hardship", 16_100))))
                .text("/id");
        String bigButton = "<button class=\"button\">导入结果</button>";
        Answer waiting = cashier.page("/staff/payouts/" + id);
        assertThat(waiting.status()).as(waiting.body()).isEqualTo(200);
        assertThat(waiting.body()).contains(bigButton).contains("type=\"file\"").doesNotContain("后来又有退票");
        String file = cashier.get("/api/v1/payouts/" + id + "/file?format=csv").body();
        String endToEnd = file.split("\r\n")[1].split(",")[0];
        cashier.upload("/api/v1/payouts/" + id + "/results", "endToEndId,status\n" + endToEnd + ",PAID\n");
        Answer settled = cashier.page("/staff/payouts/" + id);
        assertThat(settled.status()).as(settled.body()).isEqualTo(200);
        assertThat(settled.body()).doesNotContain(bigButton).contains("后来又有退票").contains("type=\"file\"");
    }
}
