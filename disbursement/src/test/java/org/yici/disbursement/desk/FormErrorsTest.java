package org.yici.disbursement.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;
import org.yici.disbursement.Helped;

@DisplayName("A form that is refused, as a browser without scripts shows it,")
class FormErrorsTest {

    private static final County county = County.shared();

    /** On top a link to the field; beside it the sentence, which a screen reader hears with it. */
    private static void assertBeside(Answer page, String id, String words) {
        assertThat(page.body())
                .as(id)
                .contains("href=\"#" + id + "\"")
                .containsPattern("<(input|textarea|select)[^>]* id=\"" + id + "\"[^>]*aria-invalid=\"true\"[^>]*"
                        + "aria-describedby=\"" + id + "-error")
                .containsPattern("class=\"field-error\"[^>]*id=\"" + id + "-error\"[^>]*>[^<]*" + words)
                .containsPattern("role=\"alert\" tabindex=\"-1\" autofocus");
    }

    @Test
    @DisplayName("has what is missing beside its field, and what was typed in that form and in no other")
    void review() {
        String page = "/staff/applications/" + county.filed("schooling", 80_000);
        Answer wrong = county.staff("reviewer")
                .submit(page + "/reviews", Map.of("decision", "REFUSE", "note", "去年已经帮过。", "told", ""));
        assertThat(wrong.status()).isEqualTo(422);
        assertBeside(wrong, "reviews-told", "写给住户");
        assertThat(wrong.body().split("去年已经帮过", -1)).hasSize(2);
    }

    @Test
    @DisplayName("calls a field on top as its own form calls it, where another form says the same word otherwise")
    void calledAsItIsCalled() {
        String household = county.staff("auditor")
                .get("/api/v1/applications/" + county.filed("schooling", 80_000))
                .text("/household");
        Answer relation = county.staff("reviewer")
                .submit(
                        "/staff/households/" + household + "/relations",
                        Map.of("who", "staff", "who.staff", "approver", "relation", "表弟", "note", ""));
        assertThat(relation.body()).contains("怎么知道的：").doesNotContain("说明：请");
        Answer income = county.staff("intake")
                .submit(
                        "/staff/households/" + household + "/incomes",
                        Map.of("since", "", "income", "", "heads", "", "source", ""));
        assertThat(income.body()).contains("几个人分：").doesNotContain("几口人：");
    }

    @Test
    @DisplayName("has a rule's refusal beside the field that it is about; a program is told the field, too")
    void overApplied() {
        String id = county.onNotice("schooling", 80_000);
        county.aWeekLater();
        Person approver = county.staff("approver");
        Answer wrong = approver.submit(
                "/staff/applications/" + id + "/approval",
                Map.of("decision", "APPROVE", "amount", "900.00", "note", "多给一点。", "told", ""));
        assertThat(wrong.status()).isEqualTo(422);
        assertBeside(wrong, "approval-amount", "800");
        assertThat(wrong.body()).contains("value=\"900.00\"").contains("多给一点。");
        Answer program = approver.post(
                "/api/v1/applications/" + id + "/approval",
                Map.of("decision", "APPROVE", "amount", County.cny(90_000), "note", ""));
        assertThat(program.text("/errors/0/field")).isEqualTo("amount");
        assertThat(program.text("/errors/0/message")).isEqualTo(program.text("/detail"));
    }

    @Test
    @DisplayName("of a visit at home and of the neighbours' meeting keeps all that was written")
    void records() {
        String page = "/staff/applications/" + county.filed("schooling", 80_000);
        Person intake = county.staff("intake");
        Answer early = intake.submit(
                page + "/home-visits", Map.of("visitors", "intake、王强", "day", "2001-01-01", "findings", "房子漏雨。"));
        assertBeside(early, "home-visits-day", "请写一个日期");
        assertThat(early.body()).contains("房子漏雨。");
        Answer votes = intake.submit(
                page + "/community-reviews",
                Map.of(
                        "day", county.now().toString().substring(0, 10),
                        "place", "村部",
                        "present", "20",
                        "inFavour", "30",
                        "against", "0",
                        "abstained", "0",
                        "outcome", "同意。"));
        assertBeside(votes, "community-reviews-present", ".");
        assertThat(votes.body()).contains("value=\"30\"").contains("同意。");
    }

    @Test
    @DisplayName("of a visit after the money, and of a demand, names the field")
    void followUp() {
        String page =
                "/staff/applications/" + Helped.by(county, "schooling", 50_000).application();
        String award = Helped.by(county, "schooling", 50_000).award();
        Answer wrong = county.staff("intake")
                .submit(page + "/visits", Map.of("award", award, "visitedOn", "2001-01-01", "outcome", "", "note", ""));
        assertThat(wrong.status()).isEqualTo(422);
        assertBeside(wrong, "visits-note", ".");
        assertBeside(wrong, "visits-visitedOn", ".");
        assertThat(wrong.body()).contains("value=\"2001-01-01\"");
    }

    @Test
    @DisplayName("of a household has the sentence beside the person whose number is wrong")
    void household() {
        Person intake = county.staff("intake");
        String id = intake.post("/api/v1/households", County.household("赞字乡")).text("/id");
        String form = intake.page("/staff/households/" + id + "/edit").body();
        String member = form.split("name=\"phone-")[1].split("\"")[0];
        Answer wrong = intake.submit(
                "/staff/households/" + id + "/edit",
                Map.of(
                        "township",
                        "",
                        "village",
                        "三道村",
                        "relation-" + member,
                        "本人",
                        "phone-" + member,
                        "123",
                        "bankCard.holder",
                        member,
                        "bankCard.number",
                        "",
                        "changedOn",
                        county.now().toString().substring(0, 10),
                        "note",
                        "换了号码。"));
        assertThat(wrong.status()).as(wrong.body()).isEqualTo(422);
        assertBeside(wrong, "phone-" + member, ".");
        assertThat(wrong.body()).contains("换了号码。").contains("value=\"123\"");
    }

    @Test
    @DisplayName("on a phone marks the code and keeps both that were typed")
    void phone() {
        Answer wrong = county.anybody().submit("/apply", Map.of("code", "1234567890", "tail", "123X"));
        assertThat(wrong.status()).isEqualTo(404);
        assertBeside(wrong, "code", ".");
        assertThat(wrong.body()).contains("value=\"123X\"");
    }

    @Test
    @DisplayName("and every page of a case says days as people do")
    void days() {
        String id = county.onNotice("schooling", 80_000);
        Answer early = county.staff("approver")
                .submit(
                        "/staff/applications/" + id + "/approval",
                        Map.of("decision", "APPROVE", "note", "好", "amount", "", "told", ""));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).containsPattern("公示到 \\d{4}年\\d{1,2}月\\d{1,2}日 24:00");
        String read = early.body().replaceAll("<[^>]*>", " ");
        assertThat(read).doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
    }
}
