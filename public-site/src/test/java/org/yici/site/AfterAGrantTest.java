package org.yici.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.site.BooksTest.fen;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.platform.facts.Fact;
import tools.jackson.databind.JsonNode;

@DisplayName("What comes after a grant: visits, and money that is given back")
class AfterAGrantTest {

    private static RunningSite site;

    @BeforeAll
    static void start() throws Exception {
        site = RunningSite.start();
        Published published = site.published;
        published.gift("poverty-relief", 100_000, true);
        for (String grant : List.of("G-whole", "G-part")) {
            long award = published.award(grant, "schooling", Map.of("poverty-relief", 30_000L));
            published.pay(grant, "schooling", award, 30_000);
            published.fact(new Fact.GrantPaid(grant, true, true));
        }
        giveBack("G-part", 5, 12_000, 48_000);
        giveBack("G-whole", 2, 10_000, 20_000);
        giveBack("G-whole", 2, 20_000, 0);
        published.fact(new Fact.GrantUnpaid("G-whole", true, true));
        published.fact(new Fact.OutcomesTold("schooling", "use", "USED_AS_MEANT", 6));
        published.fact(new Fact.OutcomesTold("schooling", "school", "STAYS", 5));
        published.fact(new Fact.OutcomesTold("schooling", "use", "USED_AS_MEANT", 5));
        published.flush();
        site.caughtUp();
    }

    private static void giveBack(String grant, long award, long fen, long from) {
        site.published.giveBack(grant, "schooling", award, "poverty-relief", fen, from);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    @DisplayName("What was given back has not reached anybody, and the books add up")
    void addsUp() {
        JsonNode summary = site.json("/api/v1/summary");
        assertThat(fen(summary, "disbursed")).isEqualTo(18_000);
        assertThat(fen(summary, "balance")).isEqualTo(82_000);
        assertThat(fen(summary, "received")).isEqualTo(100_000);
        assertThat(summary.get("grants").asLong()).isEqualTo(1);
        assertThat(summary.get("people").asLong()).isEqualTo(1);
    }

    @Test
    @DisplayName("A grant given back in part stays paid with less; given back whole it has ended")
    void grants() {
        JsonNode part = site.json("/api/v1/grants/G-part");
        assertThat(part.get("state").asString()).isEqualTo("PAID");
        assertThat(fen(part, "amount")).isEqualTo(18_000);
        assertThat(fen(part, "returned")).isEqualTo(12_000);
        JsonNode whole = site.json("/api/v1/grants/G-whole");
        assertThat(whole.get("state").asString()).isEqualTo("RELEASED");
        assertThat(fen(whole, "amount")).isEqualTo(30_000);
        assertThat(page("/grants/G-part")).contains("¥120.00，已回到基金");
        assertThat(page("/grants/G-whole")).contains("全部收回");
        assertThat(page("/book")).contains("还回");
    }

    @Test
    @DisplayName("The page of a grant given back in part says what was decided, what came back and what stays")
    void decidedCameBackStays() {
        assertThat(words("/grants/G-part", "zh"))
                .contains("<h1>助学 ¥300</h1>", "¥300.00，已经送到。后来收回 ¥120.00，留下 ¥180.00。")
                .contains("留下的 ¥180.00，由 1 笔捐赠凑成");
        assertThat(words("/grants/G-part", "en"))
                .contains("¥300.00. It has arrived. Later ¥120.00 was given back; ¥180.00 stays.")
                .contains("The ¥180.00 that stays is made of 1 gifts");
        assertThat(words("/grants/G-whole", "zh")).doesNotContain("留下");
    }

    @Test
    @DisplayName("The gift's trace follows the fen back into the fund")
    void traced() {
        JsonNode trace = site.json("/api/v1/trace/1");
        assertThat(fen(trace, "unspent")).isEqualTo(82_000);
        assertThat(trace.get("paid").size()).isEqualTo(1);
        assertThat(trace.at("/paid/0/amount/value").asLong()).isEqualTo(18_000);
        assertThat(page("/gifts/1")).contains("其中有的送到以后收回了");
    }

    @Test
    @DisplayName("Outcomes are counted as far as they were told, and what is of fewer than five people has no number")
    void outcomes() {
        JsonNode told = site.json("/api/v1/outcomes");
        assertThat(told.get("visits").asLong()).isEqualTo(11);
        assertThat(told.get("usedAsMeant").asLong()).isEqualTo(11);
        assertThat(told.get("inSchool").asLong()).isEqualTo(5);
        for (JsonNode line : told.get("items")) {
            boolean isTold = line.get("kind").asString().equals("schooling")
                    && List.of("USED_AS_MEANT", "STAYS")
                            .contains(line.get("answer").asString());
            assertThat(line.get("visits").isNull()).as(line.toString()).isEqualTo(!isTold);
        }
        assertThat(page("/outcomes")).contains("11 次", "各不到五人");
        assertThat(page("/grants")).contains("已公布 11 次回访");
        assertThat(page("/funds")).contains("已公布 11 次回访");
        assertThat(page("/funds/poverty-relief"))
                .as("visits are of all grants together, so they do not stand between one fund's figures")
                .doesNotContain("次回访");
    }

    @Test
    @DisplayName("Every page about it opens in both languages, and says the same after a rebuild")
    void rebuilt() {
        List<String> before = everything();
        site.wipe();
        site.caughtUp();
        assertThat(everything()).isEqualTo(before);
    }

    private static List<String> everything() {
        return Stream.of("/outcomes", "/grants", "/grants/G-part", "/grants/G-whole", "/funds", "/about", "/gifts/1")
                .flatMap(page -> Stream.of("zh", "en").map(lang -> {
                    var answer = site.get(page, "Accept-Language", lang, "Accept", "text/html");
                    assertThat(answer.statusCode()).as(page + answer.body()).isEqualTo(200);
                    assertThat(answer.body()).doesNotContain("??");
                    return answer.body();
                }))
                .toList();
    }

    private static String page(String path) {
        return page(path, "zh");
    }

    private static String page(String path, String lang) {
        return site.get(path, "Accept-Language", lang, "Accept", "text/html").body();
    }

    /** The page as it is read: without the marks inside a sentence. */
    private static String words(String path, String lang) {
        return page(path, lang).replaceAll("</?(span|i)\\b[^>]*>", "");
    }
}
