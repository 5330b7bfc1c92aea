package org.yici.disbursement.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;
import org.yici.disbursement.Helped;
import org.yici.platform.clock.ProgramClock;

@DisplayName("Visits and claw-backs on the staff's pages")
class FollowUpPagesTest {

    private static County county;

    @BeforeAll
    static void start() {
        county = County.start();
        county.give("poverty-relief", 10_000_000);
        county.settle(10_000_000);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(county.now(), ProgramClock.CHINA);
    }

    private static Answer submit(String who, Helped helped, String step, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("award", helped.award());
        return county.staff(who).submit("/staff/applications/" + helped.application() + "/" + step, all);
    }

    private static String page(String who, Helped helped) {
        Answer page = county.staff(who).page("/staff/applications/" + helped.application());
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    @Test
    @DisplayName("That the money came is confirmed with who signed, not by a click")
    void whoSigned() {
        Helped helped = Helped.by(county, "schooling", 10_000);
        assertThat(page("intake", helped)).contains("谁签的字").contains("请选择");
        Answer unsigned = submit("intake", helped, "confirmation", Map.of("method", "SIGNATURE", "note", ""));
        assertThat(unsigned.status()).isEqualTo(422);
        assertThat(unsigned.body()).contains("请写是谁签的字");
        assertThat(submit("intake", helped, "confirmation", Map.of("method", "SIGNATURE", "note", "王桂兰"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    @DisplayName("Every page opens in both languages for everybody who signs in")
    void opens() {
        Helped helped = Helped.by(county, "schooling", 10_000);
        assertThat(submit("reviewer", helped, "clawbacks", notice("FALSE_PAPERS"))
                        .status())
                .isEqualTo(303);
        for (String who : List.of("intake", "reviewer", "approver", "cashier", "auditor", "admin", "deputy")) {
            for (String path : List.of(
                    "/staff",
                    "/staff/followups",
                    "/staff/followups?township=赞字乡",
                    "/staff/followups/clawbacks",
                    "/staff/followups/plan",
                    "/staff/applications/" + helped.application())) {
                for (String lang : List.of("zh", "en")) {
                    Answer page = county.staff(who).page(path + (path.contains("?") ? "&" : "?") + "lang=" + lang);
                    assertThat(page.status()).as(path + page.body()).isEqualTo(200);
                    assertThat(page.body()).as(who + path).doesNotContain("??");
                }
            }
        }
    }

    @Test
    @DisplayName("Nonsense in an address is answered, not a fault")
    void nonsense() {
        Person intake = county.staff("intake");
        assertThat(intake.page("/staff/followups?township=%00").status()).isEqualTo(200);
        assertThat(intake.page("/staff/followups?after=%00.1").status()).isEqualTo(200);
        assertThat(intake.get("/api/v1/awards/due-visits?township=%00").status())
                .isEqualTo(200);
        assertThat(intake.get("/api/v1/awards/due-visits?after=yesterday").status())
                .isEqualTo(400);
        assertThat(intake.get("/api/v1/awards/due-visits?limit=0").status()).isEqualTo(400);
        assertThat(intake.get("/api/v1/awards/nobody/followups").status()).isEqualTo(404);
        assertThat(intake.get("/api/v1/awards/" + UUID.randomUUID() + "/clawbacks")
                        .status())
                .isEqualTo(404);
        assertThat(county.staff("approver")
                        .submit("/staff/followups/plan/%20x/1", Map.of("days", "9"))
                        .status())
                .isEqualTo(404);
        assertThat(county.staff("approver")
                        .submit("/staff/followups/plan/medical/x", Map.of("days", "9"))
                        .status())
                .isIn(400, 404);
    }

    private static Map<String, String> notice(String ground) {
        return Map.of(
                "ground",
                ground,
                "note",
                "请在期限内改正。",
                "correctBy",
                today().plusDays(20).toString());
    }

    @Test
    @DisplayName("A visit is written down on the case's page, and what is wrong comes back with what was typed")
    void visit() {
        Helped helped = Helped.by(county, "medical", 10_000);
        assertThat(page("intake", helped)).contains("下一次回访", "写下回访", "治疗一共花了").doesNotContain("孩子现在");
        assertThat(page("auditor", helped)).doesNotContain("写下回访");
        Answer wrong =
                submit("intake", helped, "visits", Map.of("note", "在县医院住院。", "outcome", "PARTLY", "bill", "8,123.45"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("在县医院住院。", "8,123.45", "金额里不要写逗号");
        Answer right = submit(
                "intake",
                helped,
                "visits",
                Map.of("note", "在县医院住院。", "outcome", "PARTLY", "bill", "8123.45", "finished", "no"));
        assertThat(right.status()).as(right.body()).isEqualTo(303);
        assertThat(page("approver", helped)).contains("在县医院住院。", "部分用在了该用的地方", "治疗 还在继续");
    }

    @Test
    @DisplayName("Who is late stands on top of the list and is marked")
    void late() {
        Helped helped = Helped.by(county, "medical", 10_000);
        county.anybody().post("/sandbox/clock", Map.of("advance", "P63D"));
        String list = county.staff("intake").page("/staff/followups").body();
        assertThat(list).contains(helped.grant(), "逾期 3 天");
        Answer sheet = county.staff("intake").page("/staff/followups.xlsx?township=赞字乡");
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.type()).contains("spreadsheetml");
        Answer off = submit(
                "intake",
                helped,
                "visits/missed",
                Map.of("reason", "大雪封山。", "nextVisit", today().plusDays(40).toString()));
        assertThat(off.status()).as(off.body()).isEqualTo(303);
        assertThat(county.staff("intake").page("/staff/followups").body()).doesNotContain(helped.grant());
        assertThat(page("intake", helped)).contains("大雪封山。", "没能回访");
    }

    @Test
    @DisplayName("A claw-back goes by forms from the notice to the money, and says why a step is not open")
    void clawback() {
        Helped helped = Helped.by(county, "schooling", 10_000);
        assertThat(submit("reviewer", helped, "visits", Map.of("note", "钱买了酒。", "outcome", "MISUSED"))
                        .status())
                .isEqualTo(303);
        assertThat(page("reviewer", helped)).contains("初审可以发出改正通知", "慈善法第六十条");
        assertThat(county.staff("reviewer").page("/staff").body()).contains(helped.application(), "等发改正通知");
        assertThat(page("intake", helped)).doesNotContain("慈善法第六十条");
        assertThat(submit("reviewer", helped, "clawbacks", notice("MISUSED")).status())
                .isEqualTo(303);
        assertThat(county.staff("reviewer").page("/staff").body()).doesNotContain(helped.application());
        assertThat(page("approver", helped)).contains("过了期限才能要求返还").doesNotContain("name=\"returnBy\"");
        county.anybody().post("/sandbox/clock", Map.of("advance", "P21D"));
        assertThat(page("approver", helped)).contains("name=\"returnBy\"", "最多 ¥100.00");
        String by = today().plusDays(30).toString();
        Answer tooMuch = submit(
                "approver", helped, "clawback/demand", Map.of("amount", "100.01", "returnBy", by, "note", "不改。"));
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.body()).contains("最多只能要求返还 ¥100.00");
        assertThat(submit("approver", helped, "clawback/demand", Map.of("amount", "60", "returnBy", by, "note", "不改。"))
                        .status())
                .isEqualTo(303);
        assertThat(page("cashier", helped)).doesNotContain("没有下一步");
        assertThat(page("intake", helped)).contains("由出纳办理。").doesNotContain("您没有的职责");
        assertThat(county.staff("cashier").page("/staff/followups/clawbacks").body())
                .contains(helped.grant(), "要求返还");
        assertThat(submit(
                                "cashier",
                                helped,
                                "clawback/parts",
                                Map.of(
                                        "amount",
                                        "20",
                                        "receivedOn",
                                        today().toString(),
                                        "reference",
                                        "B" + helped.grant()))
                        .status())
                .isEqualTo(303);
        assertThat(page("cashier", helped)).contains("返还中", "B" + helped.grant());
        assertThat(submit("deputy", helped, "clawback/waiver", Map.of("note", "家里确实困难。"))
                        .status())
                .isEqualTo(303);
        assertThat(page("cashier", helped)).contains("其余免还", "家里确实困难。");
    }

    @Test
    @DisplayName(
            "The plan of visits is changed by an approver: it holds for what is awarded from then on, and no visit moves")
    void plan() {
        Helped before = Helped.by(county, "hardship", 10_000);
        String wasDue = before.one("select due::text from disbursement.due_visit where award = $1");
        Map<String, String> days = Map.of("days", "45");
        assertThat(county.staff("intake")
                        .submit("/staff/followups/plan/hardship/1", days)
                        .status())
                .isEqualTo(403);
        assertThat(county.staff("approver")
                        .submit("/staff/followups/plan/hardship/1", Map.of("days", "0"))
                        .status())
                .isEqualTo(422);
        assertThat(county.staff("approver")
                        .submit("/staff/followups/plan/hardship/1", days)
                        .status())
                .isEqualTo(303);
        Helped helped = Helped.by(county, "hardship", 10_000);
        assertThat(helped.one("select due::text from disbursement.due_visit where award = $1"))
                .isEqualTo(today().plusDays(45).toString());
        assertThat(before.one("select due::text from disbursement.due_visit where award = $1"))
                .isEqualTo(wasDue);
        Answer plans = county.staff("auditor").get("/api/v1/programmes/visit-plan");
        assertThat(plans.json()
                        .at("/items")
                        .valueStream()
                        .filter(one -> one.at("/kind").asString().equals("hardship"))
                        .map(one -> one.at("/days").asInt()))
                .containsExactly(45, 90);
        assertThatThrownBy(() -> county.asOwner("update disbursement.visit_plan set days = 3"))
                .hasMessageContaining("forbidden");
    }
}
