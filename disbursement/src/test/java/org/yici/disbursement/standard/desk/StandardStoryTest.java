package org.yici.disbursement.standard.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;
import org.yici.disbursement.standard.desk.ReplayDecisions.Replayed;
import org.yici.platform.clock.ProgramClock;

/** A standard is changed by two people, for the days to come; every decision stays judged by the standard of its day. */
class StandardStoryTest {

    private static County county;

    @BeforeAll
    static void aCountyOfItsOwn() {
        county = County.start();
        county.give("poverty-relief", 50_000_000);
        county.give("daily-kindness", 50_000_000);
    }

    private static LocalDate tomorrow() {
        return county.bean(ProgramClock.class).today().plusDays(1);
    }

    private static Map<String, String> draft(Map<String, String> changes) {
        Map<String, String> draft = new HashMap<>(Map.of(
                "from", tomorrow().toString(),
                "formula", "as-asked",
                "cap", "8000",
                "funds", "poverty-relief, daily-kindness",
                "note", "县民发〔2018〕3号",
                "step", "propose"));
        draft.putAll(changes);
        return draft;
    }

    private static String proposal(String code) {
        String page = county.staff("approver").page("/staff/standards/" + code).body();
        return page.split("/proposals/")[1].split("\"")[0];
    }

    /** Proposed by the administrator, approved by the approver, in force once its day has come. */
    private static void change(String code, Map<String, String> changes) {
        Answer proposed = county.staff("admin").submit("/staff/standards/" + code, draft(changes));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(303);
        Answer approved = county.staff("approver")
                .submit("/staff/standards/" + code + "/proposals/" + proposal(code), Map.of("decision", "APPROVE"));
        assertThat(approved.status()).as(approved.body()).isEqualTo(303);
        county.aWeekLater();
    }

    private static String apply(String household, String programme, long fen, Map<String, Object> more) {
        Map<String, Object> request = new HashMap<>(Map.of(
                "household",
                household,
                "member",
                0,
                "programme",
                programme,
                "amount",
                County.cny(fen),
                "reason",
                "住院。"));
        request.putAll(more);
        return county.staff("intake").post("/api/v1/applications", request).text("/id");
    }

    private static String household() {
        return county.staff("intake")
                .post("/api/v1/households", County.household("赞字乡"))
                .text("/id");
    }

    /** Through review and notice. */
    private static String ready(String application) {
        Person reviewer = county.staff("reviewer");
        reviewer.post("/api/v1/applications/" + application + "/reviews", Map.of("decision", "PASS", "note", ""));
        reviewer.post("/api/v1/applications/" + application + "/notice", Map.of());
        county.aWeekLater();
        return application;
    }

    private static Answer approve(String application, Map<String, Object> more) {
        Map<String, Object> decision = new HashMap<>(Map.of("decision", "APPROVE"));
        decision.putAll(more);
        return county.staff("approver").post("/api/v1/applications/" + application + "/approval", decision);
    }

    private static Replayed replay() {
        return county.bean(ReplayDecisions.class).all().block();
    }

    @Test
    void a_share_of_a_bill_is_worked_out_another_amount_needs_words_and_old_decisions_stay() {
        String before = ready(apply(household(), "medical", 200_000, Map.of()));
        assertThat(approve(before, Map.of()).text("/amount/value")).isEqualTo("200000");
        long decisions = replay().decisions();

        change(
                "medical",
                Map.of(
                        "formula",
                        "share-of-expense",
                        "percent",
                        "87.5",
                        "floor",
                        "500",
                        "ceiling",
                        "3000",
                        "cap",
                        "5000"));
        Answer silent = county.staff("intake")
                .post(
                        "/api/v1/applications",
                        Map.of(
                                "household",
                                household(),
                                "member",
                                0,
                                "programme",
                                "medical",
                                "amount",
                                County.cny(1),
                                "reason",
                                "住院。"));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body()).contains("expense");

        String bill = ready(apply(household(), "medical", 500_000, Map.of("expense", County.cny(123_457))));
        Answer wordless = approve(bill, Map.of("amount", County.cny(60_000)));
        assertThat(wordless.status()).isEqualTo(422);
        assertThat(wordless.body()).contains("\"note\"").contains("642.74");
        assertThat(approve(bill, Map.of()).text("/amount/value")).isEqualTo("64274");
        String other = ready(apply(household(), "medical", 500_000, Map.of("expense", County.cny(9_999_999))));
        assertThat(approve(other, Map.of("amount", County.cny(310_000), "note", "病情特殊。"))
                        .text("/amount/value"))
                .isEqualTo("310000");

        change("medical", Map.of("formula", "fixed", "amount", "1", "per", "PERSON", "cap", "1"));
        Replayed replayed = replay();
        assertThat(replayed.differences()).isEmpty();
        assertThat(replayed.decisions()).isEqualTo(decisions + 2);
        Answer page = county.staff("auditor").page("/staff/replay");
        assertThat(page.body()).contains("全部一致");
        assertThat(county.staff("auditor")
                        .get("/api/v1/programmes/replay")
                        .json()
                        .at("/differences")
                        .size())
                .isZero();
    }

    @Test
    void a_category_a_year_and_a_lifetime_have_their_limits() {
        change("hardship", Map.of("perYear", "800", "lifetime", "1000", "categories", "DIBAO"));
        String home = household();
        String first = ready(apply(home, "hardship", 60_000, Map.of()));
        String second = ready(apply(home, "hardship", 30_000, Map.of()));
        assertThat(approve(first, Map.of()).status()).isEqualTo(201);
        Answer over = approve(second, Map.of());
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.text("/reason")).isEqualTo("over-year-limit");
        assertThat(over.text("/detail")).contains("200.00");
        assertThat(approve(second, Map.of("amount", County.cny(20_000), "note", "今年的额度用完了。"))
                        .status())
                .isEqualTo(201);
        county.anybody().post("/sandbox/clock", Map.of("advance", "P366D"));
        String nextYear = ready(apply(home, "hardship", 30_000, Map.of()));
        assertThat(approve(nextYear, Map.of()).text("/reason")).isEqualTo("over-lifetime-limit");

        change("hardship", Map.of("categories", "TEKUN"));
        Answer wrong = approve(ready(apply(household(), "hardship", 10_000, Map.of())), Map.of());
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("/reason")).isEqualTo("category-not-eligible");
        assertThat(replay().differences()).isEmpty();
    }

    @Test
    void two_approvals_at_one_moment_do_not_get_around_the_years_limit() {
        change("urgent-hardship", Map.of("perYear", "500"));
        String home = household();
        List<String> both = Stream.of(1, 2)
                .map(i -> ready(apply(home, "urgent-hardship", 40_000, Map.of())))
                .toList();
        assertThat(both.stream()
                        .map(id -> CompletableFuture.supplyAsync(
                                () -> approve(id, Map.of()).status()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .sorted())
                .containsExactly(201, 422);
    }

    @Test
    void nobody_approves_what_they_proposed_and_only_the_days_to_come_change() {
        String at = "/staff/standards/schooling";
        assertThat(county.staff("intake").submit(at, draft(Map.of())).status()).isEqualTo(403);
        Answer past = county.staff("admin")
                .submit(at, draft(Map.of("from", tomorrow().minusDays(1).toString())));
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.body()).contains("只能从明天以后").contains("县民发〔2018〕3号");
        assertThat(county.staff("approver")
                        .submit(at, draft(Map.of("cap", "3000")))
                        .status())
                .isEqualTo(303);
        String proposal = at + "/proposals/" + proposal("schooling");
        Answer own = county.staff("approver").submit(proposal, Map.of("decision", "APPROVE"));
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.body()).contains("要由另一个人审核");
        county.aWeekLater();
        Answer late = county.staff("admin").submit(proposal, Map.of("decision", "APPROVE"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("不追溯");
        assertThat(county.staff("approver")
                        .submit(proposal, Map.of("decision", "WITHDRAW"))
                        .status())
                .isEqualTo(303);
        assertThat(county.staff("admin")
                        .submit(proposal, Map.of("decision", "APPROVE"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void the_form_begins_with_what_holds_and_an_error_stands_beside_its_field_with_what_was_typed() {
        assertThat(county.staff("admin").page("/staff/standards/dibao-rural").body())
                .containsPattern("name=\"amount\"[^>]*value=\"4000.00\"");
        Answer wrong = county.staff("admin").submit("/staff/standards/urgent-hardship", draft(Map.of("cap", "12.345")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"12.345\"").contains("id=\"cap-error\"");
    }

    @Test
    void a_bill_below_the_floor_comes_to_nothing_and_nothing_cannot_be_approved() {
        change("disaster-relief", Map.of("formula", "share-of-expense", "percent", "50", "floor", "1000"));
        String small = ready(apply(household(), "disaster-relief", 10_000, Map.of("expense", County.cny(100_000))));
        assertThat(approve(small, Map.of()).text("/reason")).isEqualTo("nothing-comes");
        assertThat(county.staff("approver").page("/staff/applications/" + small).body())
                .contains("按今天的标准算出来是 ¥0.00");
    }

    @Test
    void programs_propose_and_approve_by_the_same_rules() {
        String at = "/api/v1/programmes/dibao-urban/versions";
        LocalDate from = tomorrow().plusMonths(1).withDayOfMonth(1);
        Map<String, Object> draft =
                Map.of("from", from.toString(), "formula", "per-month", "amount", "480", "per", "PERSON", "note", "2号");
        assertThat(county.staff("cashier").post(at, draft).text("/reason")).isEqualTo("role");
        Answer wrong = county.staff("admin").post(at, Map.of("formula", "as-asked"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"from\"").contains("\"formula\"").contains("\"note\"");
        String id = county.staff("admin").post(at, draft).text("/id");
        Map<String, Object> approve = Map.of("decision", "APPROVE");
        assertThat(county.staff("admin")
                        .post(at + "/" + id + "/decision", approve)
                        .text("/reason"))
                .isEqualTo("own-proposal");
        assertThat(county.staff("approver")
                        .post(at + "/" + id + "/decision", approve)
                        .text("/state"))
                .isEqualTo("APPROVED");
        String second = county.staff("admin").post(at, draft).text("/id");
        assertThat(county.staff("approver")
                        .post(at + "/" + second + "/decision", approve)
                        .text("/reason"))
                .isEqualTo("standard-same-day");
        assertThat(county.staff("auditor").get(at).json().at("/versions").size())
                .isEqualTo(4);
    }

    @Test
    void a_preview_names_the_open_applications_that_would_get_another_amount_and_writes_nothing_down() {
        String open = apply(household(), "schooling", 700_000, Map.of());
        Answer preview = county.staff("admin")
                .submit(
                        "/staff/standards/schooling",
                        draft(Map.of("formula", "fixed", "amount", "2000", "per", "HOUSEHOLD", "step", "preview")));
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body())
                .contains("未决的 1 件申请里，有 1 件金额会变")
                .contains(open)
                .contains("7,000")
                .contains("2,000");
        assertThat(county.staff("admin").page("/staff/standards/schooling").body())
                .doesNotContain("/proposals/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update disbursement.standard_version set cap = 1",
                "update disbursement.standard_version set state = 'PROPOSED'",
                "update disbursement.judgement set computed = 1",
                "delete from disbursement.standard_version",
                "delete from disbursement.judgement",
            })
    void the_database_keeps_what_decisions_rested_on(String sql) {
        assertThatThrownBy(
                        () -> county.bean(DatabaseClient.class).sql(sql).then().block())
                .isInstanceOf(Exception.class);
    }

    @Test
    void every_page_opens_in_both_languages() {
        for (String path : new String[] {
            "/staff/standards",
            "/staff/standards/medical",
            "/staff/standards/dibao-rural",
            "/staff/standards/youfu-inpatient",
            "/staff/standing",
            "/staff/standing/tekun/2018Q1",
            "/staff/standing/dibao/2018-01",
            "/staff/standing/youfu/2018",
            "/staff/replay"
        }) {
            for (String lang : new String[] {"zh", "en"}) {
                Answer page = county.staff("approver").page(path + "?lang=" + lang);
                assertThat(page.status()).as(path + page.body()).isEqualTo(200);
                assertThat(page.body()).as(path).doesNotContain("??");
            }
        }
        assertThat(county.staff("approver")
                        .page("/staff/standing/tekun/2018-01")
                        .status())
                .isEqualTo(404);
        assertThat(county.staff("approver").page("/staff/standards/none").status())
                .isEqualTo(404);
    }
}
