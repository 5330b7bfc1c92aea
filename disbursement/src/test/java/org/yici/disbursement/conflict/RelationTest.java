package org.yici.disbursement.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;
import org.yici.disbursement.Helped;
import org.yici.disbursement.standard.desk.ReplayDecisions;
import org.yici.platform.clock.ProgramClock;

/** Who is related to a household has no part in its grants, by work or by gift. */
@DisplayName("Who is related to a household has no part in its grants")
class RelationTest {

    private static County county;

    @BeforeAll
    static void aCountyOfItsOwn() {
        county = County.start();
        county.give("poverty-relief", 1_000_000);
        county.give("daily-kindness", 1_000_000);
        county.settle(2_000_000);
    }

    private static Map<String, Object> colleague(String username) {
        return Map.of("who", Map.of("staff", username), "relation", "侄子", "note", "村里都知道。");
    }

    private static Map<String, Object> donor(String fund) {
        return Map.of("who", Map.of("donor", Map.of("name", "赵老板", "fund", fund)), "relation", "舅舅", "note", "捐款单上写着。");
    }

    private static String householdOf(String application) {
        return county.staff("intake").get("/api/v1/applications/" + application).text("/household");
    }

    private static String relations(String application) {
        return "/api/v1/households/" + householdOf(application) + "/relations";
    }

    private static Answer pass(String id) {
        return county.staff("reviewer").post("/api/v1/applications/" + id + "/reviews", Map.of("decision", "PASS"));
    }

    private static Answer approve(String id) {
        return county.staff("approver").post("/api/v1/applications/" + id + "/approval", Map.of("decision", "APPROVE"));
    }

    @Test
    @DisplayName("a reviewer who is declared related is refused, on the page and in JSON, until somebody else lifts it")
    void excluded() {
        String id = county.filed("schooling", 10_000);
        Person reviewer = county.staff("reviewer");
        assertThat(reviewer.page("/staff/applications/" + id).body()).contains("声明自己和这一户没有亲属关系");
        String page = "/staff/households/" + householdOf(id) + "/relations";
        assertThat(reviewer.submit(page, Map.of("who", "self", "relation", "外甥女"))
                        .status())
                .isEqualTo(303);
        Answer refused = pass(id);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/reason")).isEqualTo("related");
        assertThat(reviewer.post("/api/v1/applications/" + id + "/crosschecks", Map.of())
                        .text("/reason"))
                .isEqualTo("related");
        Answer onPage =
                reviewer.submit("/staff/applications/" + id + "/reviews", Map.of("decision", "PASS", "note", ""));
        assertThat(onPage.status()).isEqualTo(403);
        assertThat(onPage.body()).contains("您和这一户有亲属关系");
        assertThat(county.staff("auditor").page("/staff/applications/" + id).body())
                .contains("孟庆山和这一户有亲属关系");
        assertThat(reviewer.post(relations(id), colleague("reviewer")).text("/reason"))
                .isEqualTo("relation-known");

        String relation = reviewer.get(relations(id)).text("/items/0/id");
        String lift = relations(id) + "/" + relation + "/lift";
        assertThat(reviewer.post(lift, Map.of("note", "不是。")).text("/reason")).isEqualTo("role");
        assertThat(county.staff("approver").post(lift, Map.of("note", "查实没有。")).status())
                .isEqualTo(201);
        assertThat(county.staff("approver").post(lift, Map.of("note", "查实没有。")).text("/reason"))
                .isEqualTo("relation-lifted");
        assertThat(pass(id).text("/state")).isEqualTo("REVIEWED");
    }

    @Test
    @DisplayName("a related officer changes no card and takes down no consent, and what they took in is not paid")
    void notTheCardEither() {
        String id = county.onNotice("schooling", 10_000);
        county.aWeekLater();
        String award = approve(id).text("/award");
        county.staff("reviewer").post(relations(id), colleague("intake"));
        Person intake = county.staff("intake");
        String household = "/api/v1/households/" + householdOf(id);

        assertThat(intake.post(household + "/changes", Map.of("township", "清河镇", "note", "搬家了"))
                        .text("/reason"))
                .isEqualTo("related");
        assertThat(intake.post(household + "/consent/withdrawal", Map.of("kind", "REGISTER", "note", "他说的"))
                        .text("/reason"))
                .isEqualTo("related");
        assertThat(county.staff("cashier")
                        .post("/api/v1/payouts", Map.of("awards", List.of(award)))
                        .text("/reason"))
                .isEqualTo("related-acted");
    }

    @Test
    @DisplayName("a colleague's name beside the choice of oneself is asked about, and declares nobody")
    void whoIsMeant() {
        String id = county.filed("schooling", 10_000);
        Answer asked = county.staff("reviewer")
                .submit(
                        "/staff/households/" + householdOf(id) + "/relations",
                        Map.of("who", "self", "who.staff", "cashier", "relation", "侄子"));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(county.staff("auditor").get(relations(id)).json().at("/items"))
                .isEmpty();
    }

    @Test
    @DisplayName("an approver lifts neither what they declared nor what is about them; the database says the same")
    void notByOneself() {
        String id = county.filed("schooling", 10_000);
        Person approver = county.staff("approver");
        String own = approver.post(relations(id), colleague("cashier")).text("/id");
        Answer refused = approver.post(relations(id) + "/" + own + "/lift", Map.of("note", "算了。"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/reason")).isEqualTo("own-relation");
        String about = county.staff("auditor")
                .post(relations(id), colleague("approver"))
                .text("/id");
        assertThat(approver.post(relations(id) + "/" + about + "/lift", Map.of("note", "算了。"))
                        .text("/reason"))
                .isEqualTo("own-relation");
        assertThatThrownBy(() -> county.bean(DatabaseClient.class)
                        .sql("update disbursement.relation set lifted_by = 'approver', lifted_at = now(),"
                                + " lifted_note = 'x' where id = '" + about + "'")
                        .then()
                        .block())
                .isInstanceOf(Exception.class);
    }

    @Test
    @DisplayName("intake declares itself and no colleague; every declaration names what is missing")
    void declared() {
        String id = county.filed("schooling", 10_000);
        Person intake = county.staff("intake");
        assertThat(intake.post(relations(id), colleague("cashier")).text("/reason"))
                .isEqualTo("role");
        assertThat(county.staff("admin")
                        .post(relations(id), colleague("nobody"))
                        .body())
                .contains("who.staff");
        assertThat(county.staff("admin")
                        .post(relations(id), donor("no-such-fund"))
                        .body())
                .contains("who.donor.fund");
        assertThat(county.staff("admin").post(relations(id), Map.of()).body())
                .contains("\"who\"")
                .contains("\"relation\"")
                .contains("\"note\"");
        assertThat(intake.post(relations(id), colleague("intake")).status()).isEqualTo(201);
        String household = householdOf(id);
        Answer again = intake.post(
                "/api/v1/applications",
                Map.of(
                        "household",
                        household,
                        "member",
                        0,
                        "programme",
                        "schooling",
                        "amount",
                        County.cny(1_000),
                        "reason",
                        "书本费。"));
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.text("/reason")).isEqualTo("related");
        for (String lang : new String[] {"zh", "en"}) {
            Answer page = intake.page("/staff/households/" + household + "/relations?lang=" + lang);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("??");
        }
    }

    @Test
    @DisplayName(
            "what somebody related did carries no decision: sent back, and filed again by somebody unrelated, it does")
    void acted() {
        String id = county.filed("schooling", 10_000);
        county.staff("auditor").post(relations(id), colleague("intake"));
        Answer stopped = pass(id);
        assertThat(stopped.status()).isEqualTo(409);
        assertThat(stopped.text("/reason")).isEqualTo("related-acted");
        assertThat(county.staff("reviewer").page("/staff/applications/" + id).body())
                .contains("不能凭它决定");
        county.staff("reviewer")
                .post("/api/v1/applications/" + id + "/reviews", Map.of("decision", "RETURN", "note", "换人受理。"));
        assertThat(county.staff("deputy")
                        .post("/api/v1/applications/" + id + "/resubmission", Map.of("note", "核对过了。"))
                        .text("/state"))
                .isEqualTo("SUBMITTED");
        assertThat(pass(id).text("/state")).isEqualTo("REVIEWED");
        county.staff("auditor").post(relations(id), colleague("reviewer"));
        county.staff("deputy");
        assertThat(county.staff("reviewer")
                        .post("/api/v1/applications/" + id + "/notice", Map.of())
                        .text("/reason"))
                .isEqualTo("related");
    }

    @Test
    @DisplayName("an approval rests on no review by somebody who turned out to be related")
    void reviewedByRelated() {
        String id = county.onNotice("schooling", 10_000);
        county.aWeekLater();
        county.staff("auditor").post(relations(id), colleague("reviewer"));
        assertThat(approve(id).text("/reason")).isEqualTo("related-acted");
        assertThat(county.staff("approver")
                        .post("/api/v1/applications/" + id + "/approval", Map.of("decision", "REFUSE", "note", "重新申请。"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    @DisplayName("a related donor's fund gives nothing to the household, and where no other is left nothing is granted")
    void donors() {
        String id = county.onNotice("schooling", 10_000);
        assertThat(county.staff("intake")
                        .post(relations(id), donor("daily-kindness"))
                        .status())
                .isEqualTo(201);
        assertThat(county.staff("auditor").get(relations(id)).body())
                .doesNotContain("赵老板")
                .contains("赵**");
        county.aWeekLater();
        assertThat(county.staff("approver").page("/staff/applications/" + id).body())
                .contains("不动用日行一慈基金");
        long before = county.balance("fund:daily-kindness");
        assertThat(approve(id).status()).isEqualTo(201);
        assertThat(county.balance("fund:daily-kindness")).isEqualTo(before);
        ReplayDecisions.Replayed replayed =
                county.bean(ReplayDecisions.class).all().block();
        assertThat(replayed.differences()).isEmpty();
        assertThat(replayed.pieces()).isPositive();

        String none = county.onNotice("schooling", 10_000);
        county.staff("intake").post(relations(none), donor("daily-kindness"));
        county.staff("intake").post(relations(none), donor("poverty-relief"));
        county.aWeekLater();
        Answer refused = approve(none);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo("donor-related");
    }

    @Test
    @DisplayName("after the grant too: no visit, no claw-back, no code for the next one, no paper opened")
    void afterTheGrant() {
        Helped helped = Helped.by(county, "schooling", 10_000);
        String id = helped.application();
        String household = householdOf(id);
        county.staff("auditor").post(relations(id), colleague("intake"));
        county.staff("auditor").post(relations(id), colleague("reviewer"));
        Person intake = county.staff("intake");
        assertThat(helped.post("reviewer", "followups", Map.of("note", "已入学。")).text("/reason"))
                .isEqualTo("related");
        assertThat(helped.post(
                                "reviewer",
                                "clawbacks",
                                Map.of("ground", "FALSE_PAPERS", "note", "假票据。", "correctBy", tomorrow()))
                        .text("/reason"))
                .isEqualTo("related");
        assertThat(intake.post("/api/v1/households/" + household + "/apply-codes", Map.of())
                        .text("/reason"))
                .isEqualTo("related");
        assertThat(intake.get("/api/v1/applications/" + id + "/evidence").text("/reason"))
                .isEqualTo("related");
        assertThat(intake.get("/api/v1/applications/" + id + "/home-visits").text("/reason"))
                .isEqualTo("related");
    }

    private static String tomorrow() {
        return county.bean(ProgramClock.class).today().plusDays(1).toString();
    }
}
