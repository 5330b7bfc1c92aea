package org.yici.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;

/** A grant from the door of a township office to the household's hands, by four people. */
class GrantStoryTest {

    private static final County county = County.shared();

    @Test
    void a_grant_goes_from_intake_to_the_households_hands_by_four_people() {
        Person intake = county.staff("intake");
        Answer household = intake.post("/api/v1/households", County.household("清河镇"));
        assertThat(household.status()).isEqualTo(201);
        assertThat(household.text("/code")).startsWith("H-");

        Answer filed = intake.post(
                "/api/v1/applications",
                Map.of(
                        "household", household.text("/id"),
                        "member", household.text("/members/0"),
                        "programme", "schooling",
                        "amount", County.cny(80_000),
                        "reason", "孩子九月升高一。"));
        assertThat(filed.status()).isEqualTo(201);
        assertThat(filed.text("/state")).isEqualTo("SUBMITTED");
        String grant = "/api/v1/applications/" + filed.text("/id");

        Person reviewer = county.staff("reviewer");
        assertThat(reviewer.post(grant + "/reviews", Map.of("decision", "PASS", "note", "情况属实"))
                        .text("/state"))
                .isEqualTo("REVIEWED");
        Answer notice = reviewer.post(grant + "/notice", Map.of());
        assertThat(notice.status()).isEqualTo(201);
        assertThat(notice.text("/endsAt")).endsWith("T16:00:00.000Z");

        Person approver = county.staff("approver");
        Answer tooEarly = approver.post(grant + "/approval", Map.of("decision", "APPROVE", "note", "同意"));
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.text("/reason")).isEqualTo("notice-running");

        county.aWeekLater();
        assertThat(approver.get(grant).text("/state")).isEqualTo("NOTICE_ENDED");
        Answer approval = approver.post(grant + "/approval", Map.of("decision", "APPROVE", "note", "同意"));
        assertThat(approval.status()).isEqualTo(201);
        String award = approval.text("/award");
        assertThat(county.balance("payable:award:" + approval.text("/grant"))).isEqualTo(80_000);

        Person cashier = county.staff("cashier");
        Answer payout = cashier.post("/api/v1/payouts", Map.of("awards", List.of(award)));
        assertThat(payout.status()).isEqualTo(201);
        assertThat(payout.json().at("/total/value").asLong()).isEqualTo(80_000);

        String path = "/api/v1/payouts/" + payout.text("/id");
        String order = cashier.get(path + "/file?format=pain.001").body();
        assertThat(order).contains("pain.001.001.09").contains("6222021234567890128");
        String csv = cashier.get(path + "/file?format=csv").body();
        String endToEnd = csv.split("\r\n")[1].split(",")[0];
        Answer result = cashier.upload(path + "/results", "endToEndId,status\r\n" + endToEnd + ",PAID\r\n");
        assertThat(result.status()).as(result.body()).isEqualTo(200);
        assertThat(result.json().at("/confirmed").asInt()).isEqualTo(1);

        Answer confirmed = intake.post("/api/v1/awards/" + award + "/confirmation", Map.of("method", "SIGNATURE"));
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(201);
        assertThat(intake.get(grant).text("/state")).isEqualTo("CONFIRMED");
        assertThat(intake.get(grant).json().at("/history").size()).isEqualTo(8);
        assertThat(intake.post("/api/v1/awards/" + award + "/followups", Map.of("note", "已入学。"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void nobody_takes_two_parts_in_one_grant() {
        Person deputy = county.staff("deputy");
        String household =
                deputy.post("/api/v1/households", County.household("松岭乡")).text("/id");
        String id = deputy.post(
                        "/api/v1/applications",
                        Map.of(
                                "household",
                                household,
                                "member",
                                0,
                                "programme",
                                "medical",
                                "amount",
                                County.cny(100),
                                "reason",
                                "看病"))
                .text("/id");
        Answer second = deputy.post("/api/v1/applications/" + id + "/reviews", Map.of("decision", "PASS", "note", ""));
        assertThat(second.status()).isEqualTo(403);
        assertThat(second.text("/reason")).isEqualTo("same-person");
    }

    @Test
    void each_step_asks_for_its_role() {
        Person auditor = county.staff("auditor");
        String id = county.filed("hardship", 100);
        for (String step : List.of("reviews", "approval")) {
            Answer refused = auditor.post(
                    "/api/v1/applications/" + id + "/" + step,
                    Map.of("decision", step.equals("reviews") ? "PASS" : "APPROVE", "note", ""));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("/reason")).isEqualTo("role");
        }
        assertThat(auditor.post("/api/v1/applications/" + id + "/notice", Map.of())
                        .text("/reason"))
                .isEqualTo("role");
        assertThat(auditor.post("/api/v1/households", County.household("赞字乡")).text("/reason"))
                .isEqualTo("role");
        assertThat(auditor.post("/api/v1/payouts", Map.of("awards", List.of(UUID.randomUUID())))
                        .text("/reason"))
                .isEqualTo("role");
        assertThat(county.anybody().get("/api/v1/applications/" + id).status()).isEqualTo(401);
    }

    @Test
    void twenty_parallel_approvals_make_one_award() {
        String id = county.onNotice("hardship", 30_000);
        county.aWeekLater();
        Person approver = county.staff("approver");
        List<CompletableFuture<Answer>> answers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> approver.post(
                        "/api/v1/applications/" + id + "/approval", Map.of("decision", "APPROVE", "note", "同意"))))
                .toList();
        assertThat(answers.stream()
                        .map(CompletableFuture::join)
                        .map(Answer::status)
                        .sorted())
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> i == 0 ? 201 : 409).toList());
    }

    @Test
    void the_same_key_gives_the_same_household_and_another_body_is_refused() throws Exception {
        Person intake = county.staff("intake");
        String key = UUID.randomUUID().toString();
        var mapper = tools.jackson.databind.json.JsonMapper.shared();
        String body = mapper.writeValueAsString(County.household("柳河镇"));
        Answer first = intake.post("/api/v1/households", key, body);
        Answer again = intake.post("/api/v1/households", key, body);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.status()).isEqualTo(201);
        Answer other = intake.post("/api/v1/households", key, mapper.writeValueAsString(County.household("柳河镇")));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/reason")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_person_is_registered_once_and_the_refusal_tells_only_the_households_code() {
        Person intake = county.staff("intake");
        Map<String, Object> household = County.household("柳河镇");
        String code = intake.post("/api/v1/households", household).text("/code");
        Answer again = intake.post("/api/v1/households", household);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/reason")).isEqualTo("person-registered");
        assertThat(again.text("/detail")).contains(code).doesNotContain("王桂兰");
    }

    @Test
    void whoever_asks_twice_for_the_same_is_shown_to_the_reviewer_and_not_refused() {
        Person intake = county.staff("intake");
        String household =
                intake.post("/api/v1/households", County.household("清河镇")).text("/id");
        Map<String, Object> wish = Map.of(
                "household",
                household,
                "member",
                0,
                "programme",
                "schooling",
                "amount",
                County.cny(80_000),
                "reason",
                "学费");
        String first = intake.post("/api/v1/applications", wish).text("/id");
        Person reviewer = county.staff("reviewer");
        assertThat(reviewer.page("/staff/applications/" + first).body()).doesNotContain("是不是重复申请");
        assertThat(intake.post("/api/v1/applications", wish).status()).isEqualTo(201);
        assertThat(reviewer.page("/staff/applications/" + first).body()).contains("还有 1 件同类申请在办");
    }
}
