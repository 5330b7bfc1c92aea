package org.yici.disbursement.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;

@DisplayName("A letter that is printed again")
class ReprintTest {

    private static final County county = County.shared();

    private static String article(Person officer, String id, String lang) {
        String page = officer.page("/staff/applications/" + id + "/letter?lang=" + lang)
                .body();
        int from = page.indexOf("<article");
        assertThat(from).as(page).isPositive();
        return page.substring(from, page.indexOf("</article>"));
    }

    private static void moves(String application) {
        String household = county.staff("auditor")
                .get("/api/v1/applications/" + application)
                .text("/household");
        Answer moved = county.staff("intake")
                .post(
                        "/api/v1/households/" + household + "/changes",
                        Map.of("township", "清河镇", "village", "双河村", "note", "搬到镇上。"));
        assertThat(moved.status()).as(moved.body()).isEqualTo(201);
    }

    @Test
    @DisplayName("says the same to the byte, though the household moved, and that it is a copy of which day")
    void refusal() {
        String id = county.filed("medical", 50_000);
        county.staff("reviewer")
                .post(
                        "/api/v1/applications/" + id + "/reviews",
                        Map.of("decision", "REFUSE", "note", "材料不齐。", "told", "材料不齐。"));
        Person officer = county.staff("intake");
        String chinese = article(officer, id, "zh");
        String english = article(officer, id, "en");
        assertThat(chinese).contains("赞字乡");
        String path = "/api/v1/applications/" + id + "/letter";
        assertThat(officer.get(path).json().at("/copy").isNull()
                        || officer.get(path).json().at("/copy").isMissingNode())
                .isTrue();
        moves(id);
        officer.post(path + "/deliveries", Map.of("way", "HANDED"));
        assertThat(article(officer, id, "zh")).isEqualTo(chinese);
        assertThat(article(officer, id, "en")).isEqualTo(english);
        assertThat(officer.page("/staff/applications/" + id + "/letter?lang=zh").body())
                .contains("副本")
                .contains("打印，内容和");
        assertThat(officer.get(path).text("/township")).isEqualTo("赞字乡");
        assertThat(officer.get(path).text("/copy")).isNotEmpty();
    }

    @Test
    @DisplayName("names the township of its decision where something was granted, too")
    void award() {
        String id = county.onNotice("hardship", 20_000);
        county.aWeekLater();
        county.staff("approver")
                .post("/api/v1/applications/" + id + "/approval", Map.of("decision", "APPROVE", "note", ""));
        Person officer = county.staff("intake");
        String before = article(officer, id, "zh");
        moves(id);
        assertThat(article(officer, id, "zh")).isEqualTo(before).contains("赞字乡");
    }

    @Test
    @DisplayName("is kept sealed: no name stands in the table")
    void sealed() {
        String id = county.filed("medical", 50_000);
        county.staff("intake").post("/api/v1/applications/" + id + "/withdrawal", Map.of("note", "不申请了。"));
        assertThat(county.count("select count(*) from disbursement.letter where application = '" + id + "'"))
                .isEqualTo(1);
        assertThat(county.count(
                        "select count(*) from disbursement.letter where encode(content, 'escape') like '%township%'"))
                .isZero();
    }
}
