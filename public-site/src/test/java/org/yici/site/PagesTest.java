package org.yici.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is sent, and to whom. */
class PagesTest {

    private static final List<String> HOSTILE = List.of(
            "/api/v1/grants?limit=0",
            "/api/v1/grants?limit=201",
            "/api/v1/grants?limit=-1",
            "/api/v1/grants?limit=1.5",
            "/api/v1/grants?limit=99999999999999999999",
            "/api/v1/grants?after=x",
            "/api/v1/grants?after=-1",
            "/api/v1/grants?after=1&after=2",
            "/api/v1/journals?after=%27%20or%201=1",
            "/api/v1/journals?limit=abc",
            "/api/v1/funds?after=%3Cscript%3E",
            "/api/v1/notices?after=..%2F",
            "/api/v1/updates?limit=0",
            "/api/v1/stream?only=everything",
            "/api/v1/trace/1?limit=0",
            "/book?after=x",
            "/grants?after=x",
            "/grants?kind=everything",
            "/funds/poverty-relief?after=x",
            "/api/v1/funds/%00",
            "/funds/%00");

    private static final List<String> UNKNOWN = List.of(
            "/api/v1/funds/none",
            "/api/v1/grants/none",
            "/api/v1/trace/999",
            "/api/v1/trace/x",
            "/api/v1/none",
            "/funds/none",
            "/grants/none",
            "/grants/%F0%28%8C%28",
            "/notices/none",
            "/notices/none/print",
            "/notices/print?township=none",
            "/gifts/999",
            "/gifts/13",
            "/gifts/99999999999999999999",
            "/gifts/x",
            "/none");

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
    void what_cannot_be_read_is_400_and_what_is_unknown_404() {
        HOSTILE.forEach(path -> assertThat(status(path)).as(path).isEqualTo(400));
        UNKNOWN.forEach(path -> assertThat(status(path)).as(path).isEqualTo(404));
    }

    @Test
    void a_wrong_method_changes_nothing_and_is_refused() throws Exception {
        for (String path : List.of("/", "/api/v1/summary", "/grants", "/none")) {
            var post = HttpRequest.newBuilder(URI.create(site.address + path))
                    .POST(HttpRequest.BodyPublishers.ofString("{"))
                    .build();
            int status = HttpClient.newHttpClient()
                    .send(post, BodyHandlers.ofString())
                    .statusCode();
            assertThat(status).as(path).isBetween(400, 499);
        }
    }

    @Test
    void a_page_that_the_browser_has_is_not_sent_again() {
        var first = site.get("/funds", "Accept-Encoding", "gzip");
        String mark = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(site.get("/funds", "Accept-Encoding", "gzip", "If-None-Match", mark)
                        .statusCode())
                .isEqualTo(304);
        assertThat(site.get("/funds", "If-None-Match", mark).statusCode()).isEqualTo(200);
        assertThat(site.get("/funds?lang=en", "Accept-Encoding", "gzip", "If-None-Match", mark)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void scripts_and_styles_come_from_us_alone_and_none_stands_in_a_page() {
        var answer = site.get("/");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self'");
        assertThat(answer.body()).doesNotContain("style=").doesNotContainPattern("<script(?![^>]*src=)");
    }

    @Test
    void pages_name_nobody_but_the_masked_surnames_of_running_notices() {
        Stream.of("/", "/book", "/grants", "/grants/G-1", "/gifts/1", "/funds/daily-kindness")
                .forEach(path -> assertThat(site.get(path).body()).as(path).doesNotContain("张", "**"));
        String ofOneTownship = "/notices/print?township=%E8%B5%9E%E5%AD%97%E4%B9%A1";
        assertThat(site.get("/notices").body()).contains("张**");
        assertThat(site.get("/notices/print").body()).contains("张**", "李**", "<svg class=\"qr\"");
        assertThat(site.get(ofOneTownship).body()).contains("张**").doesNotContain("李**");
        assertThat(site.get("/notices/N-1/print?lang=en").body()).contains("张**", "/notices/N-1/objections");
        site.published.notice("N-1", null);
        site.caughtUp();
        RunningSite.await(() -> !site.get("/notices").body().contains("张**"));
        assertThat(site.get("/notices/N-1").statusCode()).isEqualTo(404);
        // Each page's copy may be sent for its own second longer.
        RunningSite.await(() -> !site.get("/notices/print").body().contains("张**"));
        assertThat(site.get("/notices/print").body()).contains("李**");
        RunningSite.await(() -> site.get("/notices/N-1/print").statusCode() == 404);
        RunningSite.await(() -> site.get(ofOneTownship).statusCode() == 404);
    }

    @Test
    void a_grant_names_the_funds_that_it_is_made_of() {
        assertThat(site.get("/grants/G-2?lang=en").body())
                .contains("href=\"/funds/poverty-relief\"", "Poverty relief fund")
                .contains("href=\"/funds/daily-kindness\"", "Daily kindness fund");
    }

    @Test
    void a_day_of_another_year_than_that_of_the_page_says_its_year() {
        site.published.letPass(Duration.ofDays(3_000));
        site.published.gift(World.DAILY, 100, false);
        site.caughtUp();
        for (String page : List.of("/book", "/funds/daily-kindness")) {
            RunningSite.await(() -> site.get(page).body().contains(">5月19日<"));
            assertThat(site.get(page).body()).as(page).contains(">2018年 3月1日<");
        }
        assertThat(site.get("/grants").body()).contains(">2018年 3月1日<");
        assertThat(site.get("/grants/G-1").body()).contains(">3月1日<").doesNotContain(">2018年 ");
    }

    @Test
    void robots_are_kept_out_of_what_is_for_people_with_a_link() {
        assertThat(site.get("/robots.txt").body())
                .contains("Disallow: /receipts", "Disallow: /staff", "Disallow: /pay");
    }

    private static int status(String path) {
        return site.get(path).statusCode();
    }
}
