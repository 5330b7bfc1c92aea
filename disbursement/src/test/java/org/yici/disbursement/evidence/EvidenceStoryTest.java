package org.yici.disbursement.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;
import org.yici.disbursement.register.Scan;
import org.yici.disbursement.standard.desk.ReplayDecisions;
import org.yici.platform.clock.ProgramClock;

/** Urgent hardship asks for a statement and a visit at home: without them nothing is decided, and with them it can be replayed. */
@DisplayName("A case is decided on its papers")
class EvidenceStoryTest {

    private static final String NUMBER = "22072319650102001X";

    private static County county;

    @BeforeAll
    static void aCountyOfItsOwn() {
        county = County.start("yici.evidence.max-bytes=200KB", "yici.evidence.most-files=4");
        county.give("poverty-relief", 10_000_000);
    }

    private static String path(String id) {
        return "/api/v1/applications/" + id;
    }

    private static Answer add(Person person, String id, String paper, byte[] file) {
        return person.paper(
                path(id) + "/evidence", "application/json", UUID.randomUUID() + "", paper, NUMBER + ".jpg", file);
    }

    private static Map<String, Object> visit(String... visitors) {
        return Map.of(
                "visitors",
                List.of(visitors),
                "day",
                county.bean(ProgramClock.class).today().toString(),
                "findings",
                "房子漏雨，" + NUMBER + "。");
    }

    private static Answer pass(String id) {
        return county.staff("reviewer").post(path(id) + "/reviews", Map.of("decision", "PASS", "note", ""));
    }

    @Test
    @DisplayName("a case is decided on its papers, each opening is on the trail, and the replay opens them again")
    void story() {
        Person intake = county.staff("intake");
        String id = county.filed("urgent-hardship", 50_000);
        Answer early = pass(id);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("/reason")).isEqualTo("evidence-missing");
        assertThat(early.text("/detail")).contains("情况说明、入户调查");

        Answer added = add(intake, id, "情况说明", SomePapers.photo(1));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.text("/type")).isEqualTo("image/jpeg");
        assertThat(pass(id).text("/detail")).contains("入户调查").doesNotContain("情况说明");
        Answer visited = intake.post(path(id) + "/home-visits", visit("intake", "王强"));
        assertThat(visited.status()).as(visited.body()).isEqualTo(201);
        assertThat(pass(id).text("/state")).isEqualTo("REVIEWED");

        String file = path(id) + "/evidence/" + added.text("/id") + "/file";
        assertThat(county.staff("admin").get(file).text("/reason")).isEqualTo("role");
        assertThat(county.staff("auditor").get(file).type()).isEqualTo("image/jpeg");
        assertThat(county.staff("auditor").get(path(id) + "/evidence").text("/items/0/hash"))
                .isEqualTo(added.text("/hash"));
        assertThat(acts("evidence-opened", added.text("/id"))).isEqualTo(1);

        county.staff("reviewer").post(path(id) + "/notice", Map.of());
        county.aWeekLater();
        Answer approved = county.staff("approver").post(path(id) + "/approval", Map.of("decision", "APPROVE"));
        assertThat(approved.status()).as(approved.body()).isEqualTo(201);
        assertThat(intake.post(path(id) + "/evidence/" + added.text("/id") + "/void", Map.of("note", "不要了"))
                        .text("/reason"))
                .isEqualTo("step-not-open");
        ReplayDecisions.Replayed replayed =
                Objects.requireNonNull(county.bean(ReplayDecisions.class).all().block());
        assertThat(replayed.differences()).isEmpty();
        assertThat(replayed.pieces()).isGreaterThanOrEqualTo(2);
        Answer page = county.staff("auditor").page("/staff/applications/" + id);
        assertThat(page.body()).contains("入户看了").contains("周晓岚、王强").contains("房子漏雨");
        assertThat(county.staff("auditor").page("/staff/replay").body()).contains("全部一致");
    }

    @Test
    @DisplayName("the replay tells when a paper was changed behind the program's back")
    void tampered() {
        String award = county.awarded("urgent-hardship", 10_000);
        assertThat(replayed().differences()).isEmpty();
        String change = "alter table disbursement.evidence disable trigger only_appended;"
                + " update disbursement.evidence set content = %s where application ="
                + " (select application from disbursement.award where id = '" + award + "');"
                + " alter table disbursement.evidence enable trigger only_appended";
        county.asOwner(change.formatted("content || '\\x00'::bytea"));
        assertThat(replayed().differences()).hasSize(1);
        assertThat(county.staff("auditor").page("/staff/replay").body()).contains("依据不在了或变了");
        county.asOwner(change.formatted("substring(content from 1 for length(content) - 1)"));
        assertThat(replayed().differences()).isEmpty();
    }

    private static ReplayDecisions.Replayed replayed() {
        return Objects.requireNonNull(county.bean(ReplayDecisions.class).all().block());
    }

    @Test
    @DisplayName("where a standard begins to ask for a visit while a case is on its way, the visit can still be made")
    void begunToAsk() {
        String id = county.onNotice("hardship", 10_000);
        Person intake = county.staff("intake");
        assertThat(intake.post(path(id) + "/home-visits", visit("intake", "王强")).text("/reason"))
                .isEqualTo("step-not-open");
        String versions = "/api/v1/programmes/hardship/versions";
        String tomorrow = county.bean(ProgramClock.class).today().plusDays(1).toString();
        String proposal = county.staff("admin")
                .post(
                        versions,
                        Map.of(
                                "from",
                                tomorrow,
                                "formula",
                                "as-asked",
                                "cap",
                                "5000",
                                "funds",
                                "poverty-relief",
                                "evidence",
                                "home-visit",
                                "note",
                                "县民发〔2018〕8号"))
                .text("/id");
        county.staff("approver").post(versions + "/" + proposal + "/decision", Map.of("decision", "APPROVE"));
        county.aWeekLater();
        Map<String, Object> approve = Map.of("decision", "APPROVE");
        assertThat(county.staff("approver")
                        .post(path(id) + "/approval", approve)
                        .text("/reason"))
                .isEqualTo("evidence-missing");
        assertThat(intake.post(path(id) + "/home-visits", visit("intake", "王强")).status())
                .isEqualTo(201);
        assertThat(county.staff("approver")
                        .post(path(id) + "/approval", approve)
                        .status())
                .isEqualTo(201);
    }

    private static long acts(String act, String subject) {
        return county.count("select count(*) from staff.act where act = '" + act + "' and subject = '" + subject + "'");
    }

    @Test
    @DisplayName("a wrong paper is voided in words, counts no longer, and is still there to be read")
    void voided() {
        Person intake = county.staff("intake");
        String id = county.filed("urgent-hardship", 50_000);
        String paper = add(intake, id, "情况说明", SomePapers.photo(1)).text("/id");
        intake.post(path(id) + "/home-visits", visit("intake", "王强"));
        String cancel = path(id) + "/evidence/" + paper + "/void";
        assertThat(intake.post(cancel, Map.of("note", " ")).status()).isEqualTo(422);
        assertThat(intake.post(cancel, Map.of("note", "传错了")).status()).isEqualTo(201);
        assertThat(intake.post(cancel, Map.of("note", "传错了")).text("/reason")).isEqualTo("evidence-voided");
        assertThat(pass(id).text("/reason")).isEqualTo("evidence-missing");
        assertThat(intake.page("/staff/applications/" + id).body())
                .contains("已作废")
                .contains("传错了");
        assertThat(intake.get(path(id) + "/evidence").json().at("/items").size())
                .isEqualTo(1);
        assertThat(intake.post(path(id) + "/evidence/" + UUID.randomUUID() + "/void", Map.of("note", "x"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("hostile files, too large ones and too many are refused with their reasons, in JSON and on the page")
    void hostile() {
        Person intake = county.staff("intake");
        String id = county.filed("schooling", 50_000);
        Answer program = add(intake, id, "other", "MZ\220\0 program".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(program.status()).isEqualTo(415);
        assertThat(program.text("/reason")).isEqualTo("evidence-type");
        Answer large = add(intake, id, "other", new byte[300_000]);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text("/reason")).isEqualTo("evidence-too-large");
        Answer unknown = add(intake, id, "身份证", SomePapers.photo(1));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("\"paper\"");
        Answer page = intake.paper(
                "/staff/applications/" + id + "/evidence",
                "text/html",
                UUID.randomUUID() + "",
                "other",
                "a.jpg",
                "<html>".getBytes(StandardCharsets.US_ASCII));
        assertThat(page.status()).as(page.body()).isEqualTo(415);
        assertThat(page.body()).contains("这不是 JPEG");
        Answer done = intake.paper(
                "/staff/applications/" + id + "/evidence",
                "text/html",
                UUID.randomUUID() + "",
                "other",
                "a.pdf",
                SomePapers.pdf(document -> {}));
        assertThat(done.status()).as(done.body()).isEqualTo(303);
        for (int i = 0; i < 3; i++) {
            assertThat(add(intake, id, "other", SomePapers.photo(1)).status()).isEqualTo(201);
        }
        assertThat(add(intake, id, "other", SomePapers.photo(1)).text("/reason"))
                .isEqualTo("evidence-full");
        assertThat(intake.send(
                                path(id) + "/evidence",
                                "POST",
                                "multipart/form-data; boundary=b",
                                "application/json",
                                "--b--\r\n".getBytes(StandardCharsets.US_ASCII),
                                UUID.randomUUID() + "")
                        .status())
                .isIn(400, 422);
    }

    @Test
    @DisplayName("the same file sent twice with one key is one paper")
    void once() {
        Person intake = county.staff("intake");
        String id = county.filed("schooling", 50_000);
        String key = UUID.randomUUID().toString();
        String first = intake.paper(
                        path(id) + "/evidence", "application/json", key, "other", "a.jpg", SomePapers.photo(1))
                .text("/id");
        assertThat(intake.paper(path(id) + "/evidence", "application/json", key, "other", "a.jpg", SomePapers.photo(1))
                        .text("/id"))
                .isEqualTo(first);
        assertThat(intake.paper(path(id) + "/evidence", "application/json", key, "other", "a.jpg", SomePapers.photo(3))
                        .status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("who works on the papers has a part in the grant, and takes no other; so has who went along")
    void parts() {
        Person deputy = county.staff("deputy");
        String id = county.filed("urgent-hardship", 50_000);
        assertThat(deputy.post(path(id) + "/home-visits", visit("deputy", "reviewer"))
                        .status())
                .isEqualTo(201);
        assertThat(deputy.post(path(id) + "/reviews", Map.of("decision", "PASS"))
                        .text("/reason"))
                .isEqualTo("same-person");
        assertThat(pass(id).text("/reason"))
                .as("the reviewer went along as intake")
                .isEqualTo("same-person");
        assertThat(county.staff("approver")
                        .post(path(id) + "/home-visits", visit("approver", "王强"))
                        .text("/reason"))
                .isEqualTo("role");
    }

    @Test
    @DisplayName("a visit names two people and a day that can be, a community review adds up")
    void records() {
        Person intake = county.staff("intake");
        String id = county.filed("disaster-relief", 50_000);
        LocalDate today = county.bean(ProgramClock.class).today();
        Answer alone = intake.post(path(id) + "/home-visits", visit("intake", "intake"));
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.body()).contains("\"visitors\"");
        for (LocalDate day : new LocalDate[] {today.plusDays(1), today.minusDays(61)}) {
            Answer wrong = intake.post(
                    path(id) + "/home-visits",
                    Map.of("visitors", List.of("甲", "乙"), "day", day.toString(), "findings", "好。"));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.body()).contains("\"day\"");
        }
        Map<String, Object> meeting = Map.of(
                "day",
                today.minusDays(60).toString(),
                "place",
                "村委会",
                "present",
                20,
                "inFavour",
                18,
                "against",
                1,
                "abstained",
                1,
                "outcome",
                "同意上报。");
        Map<String, Object> short1 = new HashMap<>(meeting);
        short1.put("present", 21);
        assertThat(intake.post(path(id) + "/community-reviews", short1).body()).contains("\"present\"");
        assertThat(intake.post(path(id) + "/community-reviews", meeting).status())
                .isEqualTo(201);
        assertThat(intake.get(path(id) + "/community-reviews").text("/items/0/place"))
                .isEqualTo("村委会");
        assertThat(intake.submit(
                                "/staff/applications/" + id + "/community-reviews",
                                Map.of(
                                        "day",
                                        today.toString(),
                                        "place",
                                        "村委会",
                                        "present",
                                        "2",
                                        "inFavour",
                                        "2",
                                        "against",
                                        "0",
                                        "abstained",
                                        "0",
                                        "outcome",
                                        "同意。"))
                        .status())
                .isEqualTo(303);
        add(intake, id, "受损照片", SomePapers.photo(8));
        assertThat(pass(id).text("/state")).isEqualTo("REVIEWED");
        assertThat(intake.post(path(id) + "/home-visits", visit("甲", "乙")).text("/reason"))
                .isEqualTo("step-not-open");
    }

    @Test
    @DisplayName("the pages open in both languages, for whoever may look and for whoever may not read names")
    void pages() {
        String id = county.filed("disaster-relief", 50_000);
        Person intake = county.staff("intake");
        add(intake, id, "受损照片", SomePapers.photo(1));
        intake.post(path(id) + "/home-visits", visit("intake", "王强"));
        for (String who : new String[] {"intake", "reviewer", "admin"}) {
            for (String lang : new String[] {"zh", "en"}) {
                Answer page = county.staff(who).page("/staff/applications/" + id + "?lang=" + lang);
                assertThat(page.status()).as(page.body()).isEqualTo(200);
                assertThat(page.body()).doesNotContain("??").doesNotContain("evidence.paper");
            }
        }
        assertThat(county.staff("admin").page("/staff/applications/" + id).body())
                .doesNotContain("房子漏雨")
                .doesNotContain(NUMBER);
        Answer refused = intake.submit("/staff/applications/" + id + "/home-visits", Map.of("visitors", "甲"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("不同的人");
        Answer form = county.staff("admin").page("/staff/standards/disaster-relief");
        assertThat(form.body()).contains("name=\"records\" value=\"community-review\" checked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update disbursement.evidence set paper = 'x'",
                "delete from disbursement.evidence",
                "delete from disbursement.evidence_void",
                "update disbursement.home_visit set day = day",
                "delete from disbursement.community_review",
                "update disbursement.judgement_basis set what = ''",
                "delete from disbursement.relation",
            })
    @DisplayName("the database itself changes and deletes nothing of it")
    void kept(String sql) {
        assertThatThrownBy(
                        () -> county.bean(DatabaseClient.class).sql(sql).then().block())
                .isInstanceOf(Exception.class);
    }

    @Test
    @DisplayName("nothing of what papers and visitors say stands in the clear in a table or in the log")
    void nothingInTheClear() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        List<Logger> loggers = Stream.of("org.yici", "org.springframework", "org.apache")
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        log.start();
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(log);
        });
        String id = county.filed("urgent-hardship", 50_000);
        Person intake = county.staff("intake");
        byte[] pdf =
                SomePapers.pdf(document -> document.getDocumentInformation().setTitle(NUMBER));
        add(intake, id, "情况说明", pdf);
        intake.post(path(id) + "/home-visits", visit("intake", "王强"));
        add(
                intake,
                id,
                "other",
                ("%PDF-1.4\n" + NUMBER + " 0 obj <</" + NUMBER + "\ntrailer").getBytes(StandardCharsets.US_ASCII));
        loggers.forEach(logger -> {
            logger.detachAppender(log);
            logger.setAdditive(true);
            logger.setLevel(null);
        });
        assertThat(log.list).isNotEmpty();
        Set<String> numbers = Set.of(NUMBER);
        Scan.forNumbers(county, numbers);
        List.copyOf(log.list).forEach(line -> Scan.text("log", line.getFormattedMessage(), numbers));
    }
}
