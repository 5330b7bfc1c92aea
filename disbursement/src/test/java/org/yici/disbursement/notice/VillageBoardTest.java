package org.yici.disbursement.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;
import tools.jackson.databind.JsonNode;

@DisplayName("The sheet for a village's board")
class VillageBoardTest {

    private static final String SHEET = "/staff/boards/sheet";
    private static County county;

    @BeforeAll
    static void aCountyOfItsOwn() {
        county = County.start();
        county.give("poverty-relief", 10_000_000);
    }

    private static String registered(String village) {
        Map<String, Object> household = new HashMap<>(County.household("云台乡"));
        household.put("village", village);
        Answer answer = county.staff("intake").post("/api/v1/households", household);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("/id");
    }

    /** Its notice's code. */
    private static String onNotice(String household) {
        String id = county.staff("intake")
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
        Person reviewer = county.staff("reviewer");
        reviewer.post("/api/v1/applications/" + id + "/reviews", Map.of("decision", "PASS", "note", ""));
        return reviewer.post("/api/v1/applications/" + id + "/notice", Map.of()).text("/code");
    }

    private static String query(String village) {
        return "?township=" + URLEncoder.encode("云台乡", StandardCharsets.UTF_8)
                + (village.isEmpty() ? "" : "&village=" + URLEncoder.encode(village, StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("names a village of five households, masks its people, and puts a smaller one under its township")
    void named() {
        String first = registered("三道村");
        for (int i = 0; i < 4; i++) {
            assertThat(registered("三道村")).isNotEmpty();
        }
        String alone = registered("独户屯");
        String inVillage = onNotice(first);
        String small = onNotice(alone);
        Person reviewer = county.staff("reviewer");
        assertThat(reviewer.page("/staff/boards").body()).contains("云台乡三道村").doesNotContain("独户屯");
        assertThat(reviewer.page(SHEET + query("三道村")).body())
                .contains("云台乡三道村")
                .contains(inVillage)
                .contains("王**")
                .doesNotContain("桂兰")
                .doesNotContain(small);
        assertThat(reviewer.page(SHEET + query("")).body())
                .contains(small)
                .doesNotContain("独户屯")
                .doesNotContain(inVillage);
        assertThat(reviewer.page(SHEET + query("独户屯")).status()).isEqualTo(404);
        JsonNode boards = reviewer.get("/api/v1/applications/boards").json().at("/items");
        assertThat(boards).hasSize(2);
        assertThat(boards.at("/0/village").asString()).isEqualTo("三道村");
        assertThat(reviewer.get("/api/v1/applications/boards/sheet" + query("三道村"))
                        .json()
                        .at("/lines/0/notice")
                        .asString())
                .isEqualTo(inVillage);
        assertThat(county.staff("cashier").get("/api/v1/applications/boards").text("/reason"))
                .isEqualTo("role");
        assertThat(county.anybody().get("/api/v1/applications/boards").status()).isEqualTo(401);
        assertThat(county.count("select count(*) from platform.outbox where body like '%三道%' or body like '%独户%'"))
                .isZero();
        county.aWeekLater();
        assertThat(reviewer.get("/api/v1/applications/boards").json().at("/items"))
                .isEmpty();
    }
}
