package org.yici.disbursement.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;
import org.yici.platform.outcome.RefusedStart;
import org.yici.platform.web.Figures;
import org.yici.platform.web.Language;

@DisplayName("A household")
class LetterTest {

    private static final County county = County.shared();

    private static String path(String id) {
        return "/api/v1/applications/" + id;
    }

    private static String refused(Map<String, Object> decision) {
        String id = county.filed("medical", 50_000);
        Answer answer = county.staff("reviewer").post(path(id) + "/reviews", decision);
        assertThat(answer.text("/state")).as(answer.body()).isEqualTo("REFUSED");
        return id;
    }

    private static String today() {
        return LocalDate.ofInstant(county.now(), ZoneId.of("Asia/Shanghai")).toString();
    }

    @Test
    @DisplayName("is told why, by what, and how to appeal, and never what was noted inside")
    void isToldWhy() {
        String id = refused(Map.of("decision", "REFUSE", "note", "李四说他儿子有车。", "told", "医保已经报销了这笔费用。"));
        Person officer = county.staff("intake");
        Answer letter = officer.get(path(id) + "/letter");
        assertThat(letter.text("/kind")).isEqualTo("REFUSAL");
        assertThat(letter.text("/grounds")).isEqualTo("医保已经报销了这笔费用。");
        assertThat(letter.text("/standard/code")).isEqualTo("medical");
        assertThat(letter.json().at("/appealDays").asInt()).isEqualTo(30);
        String page = officer.page("/staff/applications/" + id + "/letter").body();
        assertThat(page)
                .contains("不予资助决定书")
                .contains("医保已经报销了这笔费用。")
                .contains("30 日内")
                .contains("乾河县和平街 8 号")
                .doesNotContain("李四");
        assertThat(officer.page("/staff/applications/" + id + "/letter?lang=en").body())
                .contains("Decision: no grant")
                .doesNotContain("??");
    }

    @Test
    @DisplayName("reads a standard sentence where a program writes nothing for it, and not the note then either")
    void neverTheNote() {
        String id = refused(Map.of("decision", "REFUSE", "note", "李四说他儿子有车。"));
        Person officer = county.staff("intake");
        assertThat(officer.get(path(id) + "/letter").body()).doesNotContain("李四");
        String page = "/staff/applications/" + id + "/letter";
        assertThat(officer.page(page).body())
                .contains("不符合本项目的条件")
                .contains("向我们查询")
                .doesNotContain("李四");
        assertThat(officer.page(page + "?lang=en").body())
                .contains("does not meet the conditions")
                .doesNotContain("李四")
                .doesNotContain("??");
    }

    @Test
    @DisplayName("is not told the note either when another amount is granted than it asked for")
    void neverTheNoteOfAnAmount() {
        String id = county.onNotice("hardship", 20_000);
        county.aWeekLater();
        county.staff("approver")
                .post(
                        path(id) + "/approval",
                        Map.of("decision", "APPROVE", "amount", County.cny(15_000), "note", "李四说他儿子有车。"));
        Person officer = county.staff("intake");
        assertThat(officer.get(path(id) + "/letter").body()).doesNotContain("李四");
        assertThat(officer.page("/staff/applications/" + id + "/letter").body())
                .contains("按核定标准办理，给 ¥150.00")
                .doesNotContain("理由见上")
                .doesNotContain("李四");
    }

    @Test
    @DisplayName("was granted less than it asked for: the cashier's list says what is to be paid")
    void theListSaysWhatWasGranted() {
        String id = county.onNotice("hardship", 20_000);
        county.aWeekLater();
        county.staff("approver")
                .post(
                        path(id) + "/approval",
                        Map.of("decision", "APPROVE", "amount", County.cny(13_579), "note", "按核定标准。"));
        assertThat(county.staff("cashier").page("/staff?list=mine").body()).contains("135<i>.79</i>");
    }

    @Test
    @DisplayName("is told on what the amount rests, by the facts of the decision")
    void isToldTheSum() {
        String award = county.awarded("hardship", 12_345);
        assertThat(award).isNotEmpty();
        String id = county.onNotice("hardship", 20_000);
        county.aWeekLater();
        county.staff("approver")
                .post(
                        path(id) + "/approval",
                        Map.of(
                                "decision",
                                "APPROVE",
                                "amount",
                                County.cny(15_000),
                                "note",
                                "另有救助",
                                "told",
                                "您家另有临时救助，这次给一部分。"));
        Answer letter = county.staff("approver").get(path(id) + "/letter");
        assertThat(letter.text("/kind")).isEqualTo("AWARD");
        assertThat(letter.json().at("/computed/value").asLong()).isEqualTo(20_000);
        assertThat(letter.json().at("/granted/value").asLong()).isEqualTo(15_000);
        assertThat(county.staff("approver")
                        .page("/staff/applications/" + id + "/letter")
                        .body())
                .contains("经审批人核定，给 ¥150.00")
                .contains("您不同意怎么办", "对金额有不同意见")
                .contains("您家另有临时救助");
    }

    @Test
    @DisplayName("has no letter while nothing is decided, and strangers to its case read none")
    void noLetterYet() {
        String id = county.filed("medical", 50_000);
        assertThat(county.staff("intake").get(path(id) + "/letter").text("/reason"))
                .isEqualTo("no-letter");
        String done = refused(Map.of("decision", "REFUSE", "note", "材料不齐。"));
        assertThat(county.staff("cashier").get(path(done) + "/letter").text("/reason"))
                .isEqualTo("role");
    }

    @Test
    @DisplayName("has so many days from the day its letter came, and the case says when that was")
    void daysOfTheAppeal() {
        String id = refused(Map.of("decision", "REFUSE", "note", "材料不齐。"));
        Person officer = county.staff("intake");
        Answer early = officer.post(path(id) + "/letter/deliveries", Map.of("way", "HANDED", "day", "2018-01-01"));
        assertThat(early.status()).isEqualTo(422);
        String day = today();
        Answer handed = officer.post(path(id) + "/letter/deliveries", Map.of("way", "HANDED"));
        assertThat(handed.status()).as(handed.body()).isEqualTo(201);
        assertThat(handed.text("/appealUntil"))
                .isEqualTo(LocalDate.parse(day).plusDays(30).toString());
        Answer twice = officer.post(path(id) + "/letter/deliveries", Map.of("way", "HANDED"));
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text("/reason")).isEqualTo("letter-delivered-before");
        assertThat(officer.page("/staff/applications/" + id).body()).contains("当面交给住户");
        for (int i = 0; i < 4; i++) {
            county.aWeekLater();
        }
        Answer late = officer.post(path(id) + "/appeal", Map.of("reason", "我们不同意。"));
        assertThat(late.text("/reason")).isEqualTo("appeal-too-late");
        assertThat(late.text("/detail"))
                .contains(Figures.in(Language.ZH).date(LocalDate.parse(day).plusDays(30)));
    }

    @Test
    @DisplayName("that appeals is judged by other people, once, and that is the end")
    void appeals() {
        String id = refused(Map.of("decision", "REFUSE", "note", "材料不齐。"));
        Person officer = county.staff("intake");
        Answer filed = officer.post(path(id) + "/appeal", Map.of("reason", "材料是齐的，见附件。"));
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        String appeal = filed.text("/id");
        assertThat(filed.text("/state")).isEqualTo("SUBMITTED");
        assertThat(officer.post(path(id) + "/appeal", Map.of("reason", "再来。")).text("/reason"))
                .isEqualTo("appealed-before");
        Answer same = county.staff("reviewer").post(path(appeal) + "/reviews", Map.of("decision", "PASS"));
        assertThat(same.status()).isEqualTo(403);
        assertThat(same.text("/reason")).isEqualTo("appeal-same-person");
        assertThat(county.staff("reviewer").page("/staff").body()).doesNotContain(appeal);
        assertThat(county.staff("reviewer").page("/staff/bulk/pass").body()).doesNotContain(appeal);
        Answer refusedAgain =
                county.staff("deputy").post(path(appeal) + "/reviews", Map.of("decision", "REFUSE", "note", "还是不齐。"));
        assertThat(refusedAgain.text("/state")).isEqualTo("REFUSED");
        assertThat(officer.post(path(appeal) + "/appeal", Map.of("reason", "还要。"))
                        .text("/reason"))
                .isEqualTo("appeal-is-final");
        assertThat(officer.page("/staff/applications/" + appeal + "/letter").body())
                .contains("这是复核以后的决定");
        assertThat(officer.page("/staff/applications/" + id).body()).contains("/staff/applications/" + appeal);
    }

    @Test
    @DisplayName("cannot appeal against what was not refused")
    void onlyRefusals() {
        String id = county.filed("medical", 50_000);
        Answer answer = county.staff("intake").post(path(id) + "/appeal", Map.of("reason", "不同意。"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/reason")).isEqualTo("nothing-to-appeal");
    }

    @Test
    @DisplayName("is told why on every refusal that is written on a page")
    void onThePage() {
        String id = county.filed("medical", 50_000);
        String form = "idempotencyKey=" + UUID.randomUUID() + "&decision=REFUSE&note=no";
        Answer wordless = county.staff("reviewer")
                .send(
                        "/staff/applications/" + id + "/reviews",
                        "POST",
                        "application/x-www-form-urlencoded",
                        "text/html",
                        form.getBytes(StandardCharsets.UTF_8));
        assertThat(wordless.status()).isEqualTo(422);
        assertThat(wordless.body()).contains("请写给住户的理由");
        Answer told = county.staff("reviewer")
                .send(
                        "/staff/applications/" + id + "/reviews",
                        "POST",
                        "application/x-www-form-urlencoded",
                        "text/html",
                        (form + "&told=paid").getBytes(StandardCharsets.UTF_8));
        assertThat(told.status()).isEqualTo(303);
        assertThat(county.staff("intake").get(path(id) + "/letter").text("/grounds"))
                .isEqualTo("paid");
    }

    @Test
    @DisplayName("is never told in production to appeal to nowhere: without an address nothing starts")
    void anAddress() {
        assertThatThrownBy(() -> new LetterHead("慈善总会", "", "0430", false))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("YICI_ORGANISATION_ADDRESS");
        assertThat(new LetterHead("", "", "", true).sender().address()).isEmpty();
    }
}
