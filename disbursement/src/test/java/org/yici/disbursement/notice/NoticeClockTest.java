package org.yici.disbursement.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.House;
import org.yici.disbursement.Wall;
import org.yici.disbursement.clock.KeptTime;
import org.yici.disbursement.notice.board.VillageBoards;
import org.yici.platform.web.Figures;
import org.yici.platform.web.Language;

@DisplayName("A notice, on a machine whose clock is not to be trusted,")
class NoticeClockTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    /** Nobody looks for notices that are over but the test itself. */
    private static final String NOBODY_SWEEPS = "yici.notice.sweep=1h";

    private static House house;
    private static Wall wall;
    private static County county;
    private static LocalDate today = LocalDate.now(CHINA);

    @BeforeAll
    static void aCounty() {
        house = House.fresh();
        wall = new Wall(at(today, 10));
        county = house.start(wall, NOBODY_SWEEPS);
        county.give("poverty-relief", 1_000_000);
    }

    /** Each story on days of its own, all later than those before. */
    @BeforeEach
    void weeksLater() {
        today = today.plusDays(20);
        wall.set(at(today, 10));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(CHINA).toInstant();
    }

    private record Case(County county, String id, String notice, Instant end) {

        static Case onNotice(County county) {
            String id = county.onNotice("hardship", 10_000);
            Answer seen = county.staff("auditor").get("/api/v1/applications/" + id);
            return new Case(county, id, seen.text("/notice/code"), Instant.parse(seen.text("/notice/endsAt")));
        }

        Answer object() {
            return object(county);
        }

        Answer object(County asked) {
            return asked.anybody().post("/api/v1/notices/" + notice + "/objections", Map.of("text", "他家有两辆车。"));
        }

        Answer approve(County asked) {
            return asked.staff("approver")
                    .post("/api/v1/applications/" + id + "/approval", Map.of("decision", "APPROVE"));
        }

        String state(County asked) {
            return asked.staff("auditor").get("/api/v1/applications/" + id).text("/state");
        }
    }

    private static void theProgramKeepsTheTime(County on) {
        on.bean(KeptTime.class).keep().block(Duration.ofSeconds(10));
    }

    @Test
    @DisplayName("is stopped by an objection in the last millisecond of its last day")
    void lastMillisecond() {
        Case grant = Case.onNotice(county);
        assertThat(grant.end()).isEqualTo(today.plusDays(8).atStartOfDay(CHINA).toInstant());
        wall.set(grant.end().minusMillis(1));
        assertThat(grant.object().status()).isEqualTo(201);
        wall.set(grant.end());
        assertThat(grant.approve(county).text("/reason")).isEqualTo("objection-open");
    }

    @Test
    @DisplayName("takes none at midnight, and says which its last day was")
    void midnight() {
        Case grant = Case.onNotice(county);
        wall.set(grant.end());
        Answer late = grant.object();
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/reason")).isEqualTo("notice-ended");
        assertThat(late.text("/detail")).contains(Figures.in(Language.ZH).date(today.plusDays(7)));
        assertThat(grant.approve(county).status()).isEqualTo(201);
    }

    @Test
    @DisplayName("does not run again when the clock is set back two hours after its end")
    void setBackAfterTheEnd() {
        Case grant = Case.onNotice(county);
        wall.set(grant.end());
        assertThat(grant.object().status()).isEqualTo(409);
        wall.set(grant.end().minus(TWO_HOURS));
        assertThat(grant.object().text("/reason")).isEqualTo("notice-ended");
        assertThat(grant.state(county)).isEqualTo("NOTICE_ENDED");
        assertThat(county.anybody()
                        .page("/notices/" + grant.notice() + "/objections")
                        .body())
                .contains("公示已经结束");
        assertThat(grant.approve(county).status()).isEqualTo(201);
    }

    @Test
    @DisplayName("does not run again once its list has come down, whatever the clock says")
    void downIsDown() {
        Case grant = Case.onNotice(county);
        wall.set(grant.end().minusMillis(1));
        String receipt = grant.object().text("/receipt");
        wall.set(grant.end());
        county.bean(EndNotices.class).due().block(Duration.ofSeconds(10));
        wall.set(grant.end().minus(TWO_HOURS));
        Answer dismissed = county.staff("deputy")
                .post(
                        "/api/v1/applications/" + grant.id() + "/objections/" + receipt + "/resolution",
                        Map.of("decision", "DISMISS", "note", "车是邻居的。"));
        assertThat(dismissed.text("/state")).isEqualTo("NOTICE_ENDED");
        assertThat(grant.object().text("/reason")).isEqualTo("notice-ended");
    }

    @Test
    @DisplayName(
            "comes down with the household's consent, and nothing is granted on what was cut short, though it agrees again")
    void consentTakenBack() {
        Case grant = Case.onNotice(county);
        String household = county.staff("auditor")
                .get("/api/v1/applications/" + grant.id())
                .text("/household");
        String consent = "/api/v1/households/" + household + "/consent";
        assertThat(county.staff("intake")
                        .post(consent + "/withdrawal", Map.of("kind", "REGISTER", "note", "本人提出。"))
                        .status())
                .isEqualTo(201);
        assertThat(String.valueOf(county.bean(VillageBoards.class).now().block(Duration.ofSeconds(10))))
                .doesNotContain(grant.notice());
        county.bean(EndNotices.class).due().block(Duration.ofSeconds(10));
        assertThat(county.count(
                        "select count(*) from platform.outbox where body is null and key = '" + grant.notice() + "'"))
                .isOne();
        assertThat(grant.object().text("/reason")).isEqualTo("notice-taken-down");
        assertThat(county.staff("intake").post(consent, Map.of("note", "重新签字。")).status())
                .isEqualTo(201);
        wall.set(grant.end());
        assertThat(grant.state(county)).isEqualTo("NOTICE_ENDED");
        assertThat(grant.approve(county).text("/reason")).isEqualTo("notice-cut-short");
        assertThat(county.staff("approver")
                        .page("/staff/applications/" + grant.id())
                        .body())
                .contains("公示没有满期就撤下了")
                .doesNotContain("期满。", "??");
    }

    @Test
    @DisplayName("goes on where it was when the clock is set back shortly before its end")
    void setBackBeforeTheEnd() {
        Case grant = Case.onNotice(county);
        wall.set(grant.end().minusSeconds(1));
        theProgramKeepsTheTime(county);
        wall.set(grant.end().minus(TWO_HOURS));
        assertThat(grant.state(county)).isEqualTo("ON_NOTICE");
        assertThat(grant.approve(county).text("/reason")).isEqualTo("notice-running");
        wall.set(grant.end());
        assertThat(grant.state(county)).isEqualTo("NOTICE_ENDED");
    }

    @Test
    @DisplayName("gets all its days when the clock is set back before it is posted")
    void notADayShort() {
        wall.set(today.atTime(0, 30).atZone(CHINA).toInstant());
        theProgramKeepsTheTime(county);
        wall.set(wall.instant().minus(TWO_HOURS));
        assertThat(Case.onNotice(county).end())
                .isEqualTo(today.plusDays(8).atStartOfDay(CHINA).toInstant());
    }

    @Test
    @DisplayName("neither begins anew nor ends early when the program is started again, its clock set back")
    void startedAgain() {
        Case over = Case.onNotice(county);
        wall.set(over.end());
        assertThat(over.object().status()).isEqualTo(409);
        Case running = Case.onNotice(county);
        County again = house.start(new Wall(over.end().minus(TWO_HOURS)), NOBODY_SWEEPS);
        assertThat(over.object(again).text("/reason")).isEqualTo("notice-ended");
        assertThat(over.approve(again).status()).isEqualTo(201);
        assertThat(running.state(again)).isEqualTo("ON_NOTICE");
        assertThat(running.approve(again).text("/reason")).isEqualTo("notice-running");
        assertThat(running.object(again).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Pacific/Kiritimati"})
    @DisplayName("ends at midnight in China, wherever the machine is")
    void elsewhere(String zone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            Wall there = new Wall(today.atTime(23, 59).atZone(CHINA).toInstant());
            County abroad = House.fresh().start(there, NOBODY_SWEEPS);
            Case grant = Case.onNotice(abroad);
            assertThat(grant.end())
                    .isEqualTo(today.plusDays(8).atStartOfDay(CHINA).toInstant());
            there.set(grant.end().minusMillis(1));
            assertThat(grant.state(abroad)).isEqualTo("ON_NOTICE");
            there.set(grant.end());
            assertThat(grant.object().text("/detail"))
                    .contains(Figures.in(Language.ZH).date(today.plusDays(7)));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update disbursement.notice set ends_at = ends_at - interval '1 day' where code = $1",
                "update disbursement.notice set ends_at = ends_at + interval '1 day' where code = $1",
                "update disbursement.notice set ended_at = null where code = $1",
                "update disbursement.application a set state = 'ON_NOTICE' from disbursement.notice n"
                        + " where n.code = $1 and a.id = n.application",
                "update disbursement.latest_time set wall = wall - interval '2 hours' where $1 <> ''"
            })
    @DisplayName("is kept by the database: its end, and that it has ended, are nobody's to change")
    void theDatabaseKeepsIt(String change) {
        Case grant = Case.onNotice(county);
        wall.set(grant.end());
        county.bean(EndNotices.class).due().block(Duration.ofSeconds(10));
        theProgramKeepsTheTime(county);
        assertThatThrownBy(() -> county.bean(DatabaseClient.class)
                        .sql(change)
                        .bind(0, grant.notice())
                        .fetch()
                        .rowsUpdated()
                        .block(Duration.ofSeconds(10)))
                .isInstanceOf(RuntimeException.class);
    }
}
