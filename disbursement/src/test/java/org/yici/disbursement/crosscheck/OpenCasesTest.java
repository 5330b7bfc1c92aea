package org.yici.disbursement.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.platform.clock.ProgramClock;
import tools.jackson.databind.JsonNode;

@DisplayName("What a run over the register finds reaches the cases that are open, and nobody grants or pays past it")
class OpenCasesTest {

    private static final AtomicInteger people = new AtomicInteger(9_200);
    private static County county;

    @BeforeAll
    static void aCountyOfItsOwn() {
        county = County.start();
        county.give("poverty-relief", 10_000_000);
        county.settle(10_000_000);
    }

    private record Case(String mother, String application) {

        String path() {
            return "/api/v1/applications/" + application;
        }
    }

    private static Case filed() {
        String mother = County.identity(people.incrementAndGet());
        String name = "王桂兰" + people.get();
        String household = county.staff("intake")
                .post(
                        "/api/v1/households",
                        Map.of(
                                "township",
                                "赞字乡",
                                "category",
                                "DIBAO",
                                "members",
                                List.of(Map.of("name", name, "identityNumber", mother, "relation", "本人")),
                                "bankCard",
                                Map.of("holder", name, "number", "6222021234567890128"),
                                "consent",
                                true))
                .text("/id");
        return new Case(
                mother,
                county.staff("intake")
                        .post(
                                "/api/v1/applications",
                                Map.of(
                                        "household",
                                        household,
                                        "member",
                                        0,
                                        "programme",
                                        "schooling",
                                        "amount",
                                        County.cny(80_000),
                                        "reason",
                                        "孩子开学。"))
                        .text("/id"));
    }

    private static Case noticeOver() {
        Case filed = filed();
        assertThat(review(filed).status()).isEqualTo(201);
        assertThat(county.staff("reviewer")
                        .post(filed.path() + "/notice", Map.of())
                        .status())
                .isEqualTo(201);
        county.aWeekLater();
        return filed;
    }

    private static Answer review(Case filed) {
        return county.staff("reviewer").post(filed.path() + "/reviews", Map.of("decision", "PASS", "note", ""));
    }

    private static Answer approve(Case filed) {
        return county.staff("approver").post(filed.path() + "/approval", Map.of("decision", "APPROVE", "note", ""));
    }

    private static Answer pay(String award) {
        return county.staff("cashier").post("/api/v1/payouts", Map.of("awards", List.of(award)));
    }

    private static void deathOf(Case filed) {
        String today = county.bean(ProgramClock.class).today().toString();
        Answer brought = county.staff("reviewer")
                .upload(
                        "/api/v1/crosschecks/extracts?kind=deaths&asOf=" + today,
                        "姓名,身份证号,死亡日期\r\n王桂兰," + filed.mother() + "," + today + "\r\n某人,"
                                + County.identity(people.incrementAndGet()) + "," + today);
        assertThat(brought.status()).as(brought.body()).isEqualTo(201);
    }

    private static String run() {
        Answer run = county.staff("reviewer").post("/api/v1/crosschecks/runs", Map.of("category", ""));
        assertThat(run.status()).as(run.body()).isEqualTo(201);
        return run.text("/number");
    }

    @Test
    @DisplayName(
            "a case that was withdrawn is offered no further check, and what was found there is not answered any more")
    void overIsOver() {
        Case gone = filed();
        deathOf(gone);
        run();
        String report = reports(gone).at("/0/id").asString();
        county.staff("intake").post(gone.path() + "/withdrawal", Map.of("note", "不需要了。"));
        Answer said = county.staff("intake")
                .post(
                        "/api/v1/crosschecks/reports/" + report + "/findings/1/answers",
                        Map.of("verdict", "CONFIRMED", "words", "属实。"));
        assertThat(said.status()).as(said.body()).isEqualTo(409);
        assertThat(said.text("/reason")).isEqualTo("case-over");
        String page = county.staff("reviewer")
                .page(gone.path().replace("/api/v1", "/staff"))
                .body();
        assertThat(page).contains("信息核对").doesNotContain("再核对一次", "value=\"CONFIRMED\"");
    }

    @Test
    @DisplayName("the whole register is compared only when that is said: an empty or a misspelt order starts nothing")
    void theWholeRegisterIsNamed() {
        for (Map<String, String> order : List.of(Map.<String, String>of(), Map.of("categroy", "DIBAO"))) {
            Answer run = county.staff("reviewer").post("/api/v1/crosschecks/runs", order);
            assertThat(run.status()).as(run.body()).isEqualTo(422);
            assertThat(run.text("/errors/0/field")).isEqualTo("category");
        }
    }

    private static JsonNode reports(Case filed) {
        return county.staff("auditor").get(filed.path() + "/crosschecks").json().at("/items");
    }

    private static void explain(Case filed) {
        String report = reports(filed).at("/0/id").asString();
        Answer said = county.staff("intake")
                .post(
                        "/api/v1/crosschecks/reports/" + report + "/findings/1/answers",
                        Map.of("verdict", "EXPLAINED", "words", "同名同姓的人，派出所已更正。"));
        assertThat(said.status()).as(said.body()).isEqualTo(201);
    }

    @Test
    @DisplayName(
            "a death record that came in after the review stands in the case with its report, and holds the approval")
    void holdsApproval() {
        Case filed = noticeOver();
        assertThat(reports(filed)).isEmpty();
        deathOf(filed);
        String run = run();
        JsonNode report = reports(filed).at("/0");
        assertThat(report.at("/findings/0/rule").asString()).isEqualTo("death");
        assertThat(report.at("/run").asString()).isEqualTo(run);
        assertThat(county.staff("auditor")
                        .get("/api/v1/crosschecks/reports/" + report.at("/id").asString() + "/replay")
                        .json()
                        .at("/same")
                        .asBoolean())
                .isTrue();
        assertThat(approve(filed).text("/reason")).isEqualTo("finding-unanswered");
        String reached =
                county.staff("reviewer").page("/staff/crosschecks/runs/" + run).body();
        assertThat(reached).contains(filed.application()).contains("还有 1 条没有说明");
        assertThat(county.staff("reviewer")
                        .get("/api/v1/crosschecks/runs/" + run)
                        .json()
                        .at("/reached/0/application")
                        .asString())
                .isEqualTo(filed.application());
        explain(filed);
        assertThat(approve(filed).status()).isEqualTo(201);
    }

    @Test
    @DisplayName(
            "granted and not paid yet: the cashier sees it, and nothing is paid before somebody has said what it comes to")
    void holdsPayment() {
        Case filed = noticeOver();
        String award = approve(filed).text("/award");
        deathOf(filed);
        String run = run();
        assertThat(run).isNotEmpty();
        assertThat(county.staff("cashier").page("/staff/payouts").body()).contains("没有人说明");
        assertThat(county.staff("cashier")
                        .page("/staff/applications/" + filed.application())
                        .body())
                .contains("有人写明查到了什么，才能拨付");
        assertThat(pay(award).text("/reason")).isEqualTo("finding-unanswered");
        explain(filed);
        assertThat(pay(award).status()).isEqualTo(201);
    }

    @Test
    @DisplayName("paid already: the case says so for whoever visits, and nothing moves by itself")
    void paid() {
        Case filed = noticeOver();
        String award = approve(filed).text("/award");
        Answer batch = pay(award);
        String endToEnd = county.staff("cashier")
                .get("/api/v1/payouts/" + batch.text("/id") + "/file?format=csv")
                .body()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(",", 2)[0];
        county.staff("cashier")
                .upload(
                        "/api/v1/payouts/" + batch.text("/id") + "/results",
                        "endToEndId,status\n" + endToEnd + ",paid\n");
        deathOf(filed);
        String run = run();
        assertThat(run).isNotEmpty();
        assertThat(county.staff("intake")
                        .page("/staff/applications/" + filed.application())
                        .body())
                .contains("钱已经付了");
        assertThat(county.staff("auditor").get(filed.path()).text("/state")).isEqualTo("PAID");
    }

    @Test
    @DisplayName(
            "the same run again adds no report; what is declined or withdrawn is left alone; who ran it may still decide")
    void onceOnly() {
        Case filed = filed();
        Case gone = filed();
        county.staff("intake").post(gone.path() + "/withdrawal", Map.of("note", "不需要了。"));
        deathOf(filed);
        deathOf(gone);
        String first = run();
        String second = run();
        assertThat(second).isNotEqualTo(first);
        assertThat(reports(filed)).hasSize(1);
        assertThat(reports(gone)).isEmpty();
        Answer late = county.staff("reviewer").post(gone.path() + "/crosschecks", Map.of());
        assertThat(late.status()).as(late.body()).isEqualTo(409);
        assertThat(late.text("/reason")).isEqualTo("case-over");
        Answer byDeputy = county.staff("deputy")
                .post("/api/v1/crosschecks/runs", UUID.randomUUID().toString(), "{\"category\": \"\"}");
        assertThat(byDeputy.status()).isEqualTo(201);
        explain(filed);
        assertThat(review(filed).status()).isEqualTo(201);
    }
}
