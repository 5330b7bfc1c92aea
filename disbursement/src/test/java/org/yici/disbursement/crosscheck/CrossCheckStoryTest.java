package org.yici.disbursement.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;
import org.yici.disbursement.crosscheck.extract.EraseExtracts;
import org.yici.platform.clock.ProgramClock;
import tools.jackson.databind.JsonNode;

@DisplayName("Cross-check: extracts come in, reports stay with their applications, a person has the last word")
class CrossCheckStoryTest {

    private static final AtomicInteger people = new AtomicInteger(8_000);
    private static County county;

    @BeforeAll
    static void aCountyOfItsOwn() {
        county = County.start();
        county.give("poverty-relief", 10_000_000);
    }

    /** A woman and her son, registered, and what she asked for. */
    private record Case(String mother, String son, String household, String application) {}

    private static Case filed() {
        String mother = County.identity(people.incrementAndGet());
        String son = County.identity(people.incrementAndGet());
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
                                List.of(
                                        Map.of("name", name, "identityNumber", mother, "relation", "本人"),
                                        Map.of("name", "王小军", "identityNumber", son, "relation", "儿子")),
                                "bankCard",
                                Map.of("holder", name, "number", "6222021234567890128"),
                                "consent",
                                true))
                .text("/id");
        String application = county.staff("intake")
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
                .text("/id");
        return new Case(mother, son, household, application);
    }

    private static String today() {
        return county.bean(ProgramClock.class).today().toString();
    }

    private static Answer bring(String username, String kind, String query, String... lines) {
        return county.staff(username)
                .upload(
                        "/api/v1/crosschecks/extracts?kind=" + kind + "&asOf=" + today() + query,
                        String.join("\r\n", lines));
    }

    private static String vehicles(String... lines) {
        Answer answer = bring("reviewer", "vehicles", "", lines);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("/id");
    }

    private static Answer check(String application) {
        return county.staff("reviewer").post("/api/v1/applications/" + application + "/crosschecks", Map.of());
    }

    private static Answer pass(String application) {
        return county.staff("reviewer")
                .post("/api/v1/applications/" + application + "/reviews", Map.of("decision", "PASS", "note", ""));
    }

    private static Answer answer(String username, String report, int finding, String verdict) {
        return county.staff(username)
                .post(
                        "/api/v1/crosschecks/reports/" + report + "/findings/" + finding + "/answers",
                        Map.of("verdict", verdict, "words", "车已报废，正在办注销。"));
    }

    private static long count(String sql) {
        return Objects.requireNonNull(county.bean(DatabaseClient.class)
                .sql(sql)
                .map(row -> row.get(0, Long.class))
                .one()
                .block(Duration.ofSeconds(20)));
    }

    @Test
    @DisplayName("without a report nothing is asked: the plain way of an application stays as it is")
    void plainWay() {
        assertThat(pass(filed().application()).status()).isEqualTo(201);
    }

    @Test
    @DisplayName(
            "a finding with its evidence holds the review until a person has said what it comes to, whatever that is")
    void story() {
        Case filed = filed();
        String extract = vehicles(
                "号牌号码,车主姓名,身份证号,价值",
                "吉A12345,王桂兰," + filed.mother() + ",56000",
                "吉A99999,别人," + County.identity(people.incrementAndGet()) + ",1");
        Answer made = check(filed.application());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        JsonNode report = made.json();
        assertThat(report.at("/findings")).hasSize(2);
        assertThat(report.at("/findings/1/rule").asString()).isEqualTo("vehicle-worth");
        JsonNode evidence = report.at("/findings/0/evidence/0");
        assertThat(evidence.at("/extract").asString()).isEqualTo(extract);
        assertThat(evidence.at("/row").asInt()).isEqualTo(2);
        assertThat(evidence.at("/facts/PLATE").asString()).isEqualTo("吉A…45");
        assertThat(made.body()).doesNotContain(filed.mother()).doesNotContain("吉A12345");
        assertThat(made.body()).contains("\"unchecked\":[\"property\"");

        assertThat(pass(filed.application()).text("/reason")).isEqualTo("finding-unanswered");
        Answer page = county.staff("reviewer").page("/staff/applications/" + filed.application());
        assertThat(page.body()).contains("名下有价值超过").contains("还有 2 条没有说明");

        String id = report.at("/id").asString();
        assertThat(answer("intake", id, 1, "EXPLAINED").status()).isEqualTo(201);
        assertThat(pass(filed.application()).status()).isEqualTo(409);
        Answer form = county.staff("reviewer")
                .submit(
                        "/staff/applications/" + filed.application() + "/crosschecks/" + id + "/findings/2/answers",
                        Map.of("verdict", "CONFIRMED", "words", "确有此车。"));
        assertThat(form.status()).as(form.body()).isEqualTo(303);
        assertThat(pass(filed.application()).status()).isEqualTo(201);
    }

    @Test
    @DisplayName(
            "a rerun makes a report beside the old one; an answer stands for the same finding, a new finding asks anew")
    void rerun() {
        Case filed = filed();
        vehicles("号牌号码,身份证号", "吉B00001," + filed.mother());
        String first = check(filed.application()).text("/id");
        assertThat(answer("reviewer", first, 1, "EXPLAINED").status()).isEqualTo(201);
        Answer second = check(filed.application());
        assertThat(second.json().at("/number").asInt()).isEqualTo(2);
        assertThat(second.json().at("/findings/0/answers")).hasSize(1);
        vehicles("号牌号码,身份证号", "吉B00002," + filed.son());
        assertThat(check(filed.application()).json().at("/findings")).hasSize(2);
        assertThat(pass(filed.application()).text("/reason")).isEqualTo("finding-unanswered");
        assertThat(county.staff("auditor")
                        .get("/api/v1/applications/" + filed.application() + "/crosschecks")
                        .json()
                        .at("/items"))
                .hasSize(3);
        assertThat(county.staff("auditor")
                        .get("/api/v1/crosschecks/reports/" + first + "/replay")
                        .json()
                        .at("/same")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName("a dry run keeps nothing and names the cell; the same file twice is known")
    void dryRun() {
        String[] lines = {"姓名,身份证号,价值", "甲," + County.identity(people.incrementAndGet()) + ",1", "乙,123,1"};
        long before = count("select count(*) from disbursement.extract");
        Answer tried = bring("reviewer", "vehicles", "&dryRun=true", lines);
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.json().at("/rows").asInt()).isEqualTo(2);
        assertThat(tried.json().at("/refused/0/cell").asString()).isEqualTo("B3");
        assertThat(count("select count(*) from disbursement.extract")).isEqualTo(before);
        assertThat(bring("reviewer", "vehicles", "", lines)
                        .json()
                        .at("/accepted")
                        .asInt())
                .isEqualTo(1);
        assertThat(bring("reviewer", "vehicles", "", lines).text("/reason")).isEqualTo("extract-known");
        String total = bring(
                        "reviewer",
                        "vehicles",
                        "",
                        "姓名,身份证号,价值",
                        "丙," + County.identity(people.incrementAndGet()) + ",2",
                        "合计,1人,2")
                .text("/id");
        assertThat(county.staff("reviewer")
                        .page("/staff/crosschecks/extracts/" + total)
                        .body())
                .contains("合计行，已跳过");
        assertThat(bring("reviewer", "property", "", "姓名,电话", "甲,1").status()).isEqualTo(422);
        assertThat(bring("reviewer", "nothing", "", lines).status()).isEqualTo(422);
    }

    @Test
    @DisplayName("extracts are the reviewer's to bring and to ask; intake answers; the auditor reads")
    void roles() {
        Case filed = filed();
        String[] lines = {"姓名,身份证号", "甲," + filed.mother()};
        for (String other : List.of("intake", "auditor", "admin", "approver")) {
            assertThat(bring(other, "payroll", "", lines).status()).as(other).isEqualTo(403);
            assertThat(bring(other, "payroll", "&dryRun=true", lines).status())
                    .as(other)
                    .isEqualTo(403);
            assertThat(county.staff(other)
                            .post("/api/v1/applications/" + filed.application() + "/crosschecks", Map.of())
                            .status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(county.staff("auditor").get("/api/v1/crosschecks/extracts").status())
                .isEqualTo(200);
        assertThat(county.staff("intake").get("/api/v1/crosschecks/extracts").status())
                .isEqualTo(403);
        assertThat(county.anybody().get("/api/v1/crosschecks/extracts").status())
                .isEqualTo(401);
        assertThat(county.staff("auditor").page("/staff/crosschecks").status()).isEqualTo(200);
        String report = check(filed.application()).text("/id");
        assertThat(answer("auditor", report, 1, "EXPLAINED").status()).isEqualTo(403);
        assertThat(county.staff("admin")
                        .get("/api/v1/crosschecks/reports/" + report)
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("who asked departments about a case decides nothing in it afterwards")
    void whoAskedDoesNotDecide() {
        String application = filed().application();
        assertThat(county.staff("deputy")
                        .post(
                                "/api/v1/applications/" + application + "/crosschecks",
                                UUID.randomUUID().toString(),
                                "{")
                        .status())
                .isEqualTo(400);
        assertThat(county.staff("deputy")
                        .post("/api/v1/applications/" + application + "/crosschecks", Map.of())
                        .status())
                .isEqualTo(201);
        assertThat(pass(application).status()).isEqualTo(201);
        county.staff("reviewer").post("/api/v1/applications/" + application + "/notice", Map.of());
        county.aWeekLater();
        String approval = "/api/v1/applications/" + application + "/approval";
        assertThat(county.staff("deputy")
                        .post(approval, Map.of("decision", "APPROVE", "note", ""))
                        .text("/reason"))
                .isEqualTo("same-person");
        assertThat(county.staff("approver")
                        .post(approval, Map.of("decision", "APPROVE", "note", ""))
                        .status())
                .isEqualTo(201);
    }

    @Test
    @DisplayName("who is declared related neither asks nor answers, and what they said before does not count")
    void related() {
        Case filed = filed();
        vehicles("号牌号码,身份证号", "吉H00001," + filed.mother());
        String report = check(filed.application()).text("/id");
        assertThat(answer("deputy", report, 1, "EXPLAINED").status()).isEqualTo(201);
        Answer declared = county.staff("auditor")
                .post(
                        "/api/v1/households/" + filed.household() + "/relations",
                        Map.of("who", Map.of("staff", "deputy"), "relation", "表兄", "note", "听他本人说的。"));
        assertThat(declared.status()).as(declared.body()).isEqualTo(201);
        assertThat(answer("deputy", report, 1, "EXPLAINED").text("/reason")).isEqualTo("related");
        assertThat(county.staff("deputy")
                        .post("/api/v1/applications/" + filed.application() + "/crosschecks", Map.of())
                        .text("/reason"))
                .isEqualTo("related");
        assertThat(pass(filed.application()).text("/reason")).isEqualTo("finding-unanswered");
    }

    @Test
    @DisplayName("who has not agreed to be compared is not, in no report and in no run")
    void consent() {
        Case filed = filed();
        vehicles("号牌号码,身份证号", "吉C00001," + filed.mother());
        Answer withdrawn = county.staff("intake")
                .post(
                        "/api/v1/households/" + filed.household() + "/consent/withdrawal",
                        Map.of("kind", "CROSS_CHECK", "note", "本人来说的。"));
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(201);
        assertThat(check(filed.application()).text("/reason")).isEqualTo("cross-check-no-consent");
        Answer run = county.staff("reviewer").post("/api/v1/crosschecks/runs", Map.of("category", ""));
        assertThat(run.status()).as(run.body()).isEqualTo(201);
        String lines = county.staff("reviewer")
                .get("/api/v1/crosschecks/runs/" + run.text("/number") + "?limit=200")
                .body();
        assertThat(lines).doesNotContain(filed.household());
    }

    @Test
    @DisplayName(
            "the whole register is asked at once, listed by key and taken out as a sheet without a number in plain")
    void run() {
        Case filed = filed();
        vehicles("号牌号码,身份证号,品牌型号", "吉D00001," + filed.mother() + ",=cmd|'/c calc'!A1");
        Answer run = county.staff("reviewer").submit("/staff/crosschecks/runs", Map.of("category", "DIBAO"));
        assertThat(run.status()).as(run.body()).isEqualTo(303);
        Answer page = county.staff("reviewer").page(run.location());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("名下登记有机动车").doesNotContain(filed.mother());
        Answer sheet = county.staff("auditor").page(run.location() + "/findings.xlsx");
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(county.staff("intake").page(run.location()).status()).isEqualTo(403);
        assertThat(county.staff("auditor")
                        .submit("/staff/crosschecks/runs", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("a file brought by hand is read in the background, shown as a draft, and asked only once it is filed")
    void byHand() throws InterruptedException {
        Case filed = filed();
        Person reviewer = county.staff("reviewer");
        String body = "--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\ndeaths\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"asOf\"\r\n\r\n" + today() + "\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"死亡.csv\"\r\n\r\n"
                + "姓名,身份证号,死亡日期\r\n王桂兰," + filed.mother() + "," + today() + "\r\n丙,1,\r\n\r\n--b--\r\n";
        Answer brought = reviewer.send(
                "/staff/crosschecks/extracts/new",
                "POST",
                "multipart/form-data; boundary=b",
                "text/html",
                body.getBytes(StandardCharsets.UTF_8));
        assertThat(brought.status()).as(brought.body()).isEqualTo(303);
        String page = reviewer.page(brought.location()).body();
        for (int i = 0; i < 100 && !page.contains("待启用"); i++) {
            Thread.sleep(100);
            page = reviewer.page(brought.location()).body();
        }
        assertThat(page).contains("待启用").contains("B3").contains("要 18 位");
        assertThat(check(filed.application()).json().at("/findings")).isEmpty();
        assertThat(reviewer.submit(brought.location() + "/filing", Map.of()).status())
                .isEqualTo(303);
        assertThat(check(filed.application()).json().at("/findings/0/rule").asString())
                .isEqualTo("death");
        assertThat(reviewer.submit(brought.location() + "/removal", Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    @DisplayName("a rule is changed by two people for the days to come; old reports stay judged by theirs")
    void rules() {
        Case filed = filed();
        vehicles("号牌号码,身份证号,价值", "吉E00001," + filed.mother() + ",20000");
        assertThat(check(filed.application()).json().at("/findings")).hasSize(1);
        Map<String, Object> draft = new LinkedHashMap<>(Map.of(
                "from", county.bean(ProgramClock.class).today().plusDays(1).toString(),
                "kind", "vehicles",
                "condition", "价值 > 15000",
                "severity", "WEIGHTY",
                "wordsZh", "名下有价值超过 1.5 万元的机动车",
                "wordsEn", "A motor vehicle worth more than ¥15,000",
                "note", "县民发〔2018〕9号"));
        assertThat(county.staff("reviewer")
                        .post("/api/v1/crosschecks/rules/vehicle-worth/versions", draft)
                        .status())
                .isEqualTo(403);
        Answer proposed = county.staff("admin").post("/api/v1/crosschecks/rules/vehicle-worth/versions", draft);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        String decision = "/api/v1/crosschecks/rules/vehicle-worth/versions/" + proposed.text("/id") + "/decision";
        assertThat(county.staff("admin")
                        .post(decision, Map.of("decision", "APPROVE"))
                        .text("/reason"))
                .isEqualTo("rule-own-proposal");
        assertThat(county.staff("approver")
                        .post(decision, Map.of("decision", "APPROVE"))
                        .status())
                .isEqualTo(201);
        assertThat(county.staff("approver")
                        .post(decision, Map.of("decision", "APPROVE"))
                        .text("/reason"))
                .isEqualTo("rule-decided");
        draft.put("condition", "价钱 > 1");
        Answer wrong = county.staff("admin").post("/api/v1/crosschecks/rules/vehicle-worth/versions", draft);
        assertThat(wrong.json().at("/errors/0/field").asString()).isEqualTo("condition");
        assertThat(check(filed.application()).json().at("/findings")).hasSize(1);
        county.anybody().post("/sandbox/clock", Map.of("advance", "P1D"));
        assertThat(check(filed.application()).json().at("/findings")).hasSize(2);
        assertThat(county.staff("admin")
                        .page("/staff/crosschecks/rules/vehicle-worth")
                        .body())
                .contains("1.5 万元")
                .contains("现行");
        Answer again = county.staff("admin")
                .submit(
                        "/staff/crosschecks/rules/new",
                        Map.of("code", "Vehicle New", "condition", "", "wordsZh", "x", "wordsEn", "x", "note", "x"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("代号用小写英文字母");
    }

    @Test
    @DisplayName("an extract expires: file and rows are erased and the trail says so, reports keep what they found")
    void expiry() {
        Case filed = filed();
        String extract = vehicles("号牌号码,身份证号", "吉F00001," + filed.mother());
        String report = check(filed.application()).text("/id");
        county.anybody().post("/sandbox/clock", Map.of("advance", "P91D"));
        Objects.requireNonNull(county.bean(EraseExtracts.class).due().block(Duration.ofSeconds(20)));
        assertThat(count("select count(*) from disbursement.extract_row where extract = " + extract))
                .isZero();
        assertThat(count("select count(*) from disbursement.extract_file where extract = " + extract))
                .isZero();
        Person auditor = county.staff("auditor");
        assertThat(auditor.get("/api/v1/crosschecks/extracts/" + extract).text("/state"))
                .isEqualTo("ERASED");
        assertThat(auditor.get("/api/v1/crosschecks/reports/" + report).json().at("/findings"))
                .hasSize(1);
        assertThat(auditor.get("/api/v1/crosschecks/reports/" + report + "/replay")
                        .text("/reason"))
                .isEqualTo("extract-erased");
        Answer clean = check(filed.application());
        assertThat(clean.json().at("/findings")).isEmpty();
        assertThat(clean.json().at("/unchecked")).hasSize(9);
        assertThat(county.staff("reviewer")
                        .page("/staff/applications/" + filed.application())
                        .body())
                .contains("没有数据，没有查");
    }

    @Test
    @DisplayName("nobody's number stands in the clear in any column")
    void sealed() {
        Case filed = filed();
        vehicles("号牌号码,姓名,身份证号", "吉G00001,王桂兰," + filed.mother());
        check(filed.application());
        for (String table : List.of("extract", "extract_row", "extract_file", "crosscheck_report", "crosscheck_run")) {
            assertThat(count("select count(*) from disbursement." + table + " t where t::text like '%" + filed.mother()
                            + "%' or t::text like '%" + hex(filed.mother()) + "%'"))
                    .as(table)
                    .isZero();
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
