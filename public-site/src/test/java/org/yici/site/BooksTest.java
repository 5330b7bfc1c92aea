package org.yici.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the public sees of the small world. */
class BooksTest {

    private static RunningSite site;

    @BeforeAll
    static void open() throws Exception {
        site = RunningSite.start();
        World.publish(site.published);
        site.caughtUp();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void the_summary_adds_up() {
        JsonNode summary = site.json("/api/v1/summary");
        assertThat(fen(summary, "received") - fen(summary, "refunded") - fen(summary, "costs"))
                .isEqualTo(fen(summary, "balance") + fen(summary, "committed") + fen(summary, "disbursed"));
        assertThat(fen(summary, "refunded")).isEqualTo(10_000);
        assertThat(fen(summary, "disbursed")).isEqualTo(80_000);
        assertThat(fen(summary, "committed")).isEqualTo(21_000);
        assertThat(summary.get("grants").asLong()).isEqualTo(1);
        assertThat(summary.get("people").asLong()).isEqualTo(1);
    }

    @Test
    void the_treasurys_money_is_in_the_sequence_and_in_no_figure() {
        List<String> before = figures();
        long first = treasury("treasury-appropriation", "treasury:bank", "treasury:appropriation:tekun");
        treasury("treasury-due", "treasury:appropriation:tekun", "treasury:payable:tekun");
        treasury("treasury-paid", "treasury:payable:tekun", "treasury:bank");
        site.published.flush();
        site.caughtUp();
        assertThat(site.json("/api/v1/journals?after=" + (first - 1)).toString())
                .contains("treasury-appropriation", "treasury-due", "treasury-paid");
        assertThat(figures()).isEqualTo(before);
        assertThat(site.get("/book", "Accept", "text/html").body()).doesNotContain("treasury");
        assertThat(site.get("/api/v1/trace/" + first).statusCode()).isEqualTo(404);
    }

    private static long treasury(String kind, String debited, String credited) {
        return site.published.journal(
                kind, Map.of(debited, 777_700L, credited, -777_700L), Map.of(), Map.of(), Map.of());
    }

    /** All but how far the books have come. */
    private static List<String> figures() {
        return Stream.of("/api/v1/summary", "/api/v1/funds", "/api/v1/grants")
                .map(path -> site.get(path, "Accept-Language", "zh").body())
                .map(body -> body.replaceAll("\"asOf\":\\{[^}]*\\}", ""))
                .toList();
    }

    @Test
    void every_page_is_there_in_both_languages() {
        for (String page : List.of(
                "/",
                "/fragments/home",
                "/book",
                "/campaigns",
                "/funds",
                "/funds/poverty-relief",
                "/grants",
                "/grants?kind=medical",
                "/grants/G-1",
                "/grants/G-2",
                "/grants/G-3",
                "/notices",
                "/notices/N-1",
                "/gifts/1",
                "/gifts/3",
                "/gifts/2",
                "/about")) {
            for (String lang : List.of("zh", "en")) {
                var answer = site.get(page, "Accept-Language", lang, "Accept", "text/html");
                assertThat(answer.statusCode()).as(page + " " + answer.body()).isEqualTo(200);
                assertThat(answer.body()).doesNotContain("??");
            }
        }
    }

    static long fen(JsonNode node, String name) {
        return node.get(name).get("value").asLong();
    }
}
