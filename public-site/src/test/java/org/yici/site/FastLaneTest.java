package org.yici.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the fast lane sends is what the ordinary way sends. A cookie of no meaning makes a request go the ordinary way. */
class FastLaneTest {

    private static final List<String> PATHS = List.of("/", "/funds", "/grants/G-1", "/gifts/1", "/api/v1/summary");
    private static final List<String> LANGUAGES = List.of("", "en", "zh-CN,zh;q=0.9", "en-GB,en;q=0.5", "fr", "%%");
    private static final List<String> ENCODINGS = List.of("", "gzip", "gzip, br", "gzip;q=0");

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
    void both_ways_send_the_same_bytes_and_headers_to_every_reader() {
        for (String path : PATHS) {
            for (String language : LANGUAGES) {
                for (String encoding : ENCODINGS) {
                    HttpResponse<String> printed = ask(path, language, encoding, true);
                    HttpResponse<String> fast = ask(path, language, encoding, false);
                    String what = path + " " + language + " " + encoding;
                    assertThat(fast.statusCode()).as(what).isEqualTo(200);
                    assertThat(fast.body()).as(what).isEqualTo(printed.body());
                    assertThat(headers(fast)).as(what).isEqualTo(headers(printed));
                }
            }
        }
    }

    @Test
    void the_lane_shows_a_gift_no_later_than_the_ordinary_way() {
        assertThat(ask("/", "", "", false).body()).doesNotContain("54,321");
        String before = ask("/api/v1/summary", "", "", false).body();
        site.published.gift(World.DAILY, 5_432_100, false);
        site.caughtUp();
        RunningSite.await(() -> ask("/", "", "", false).body().contains("54,321"));
        assertThat(ask("/api/v1/summary", "", "", false).body()).isNotEqualTo(before);
    }

    private static HttpResponse<String> ask(String path, String language, String encoding, boolean ordinary) {
        List<String> headers = new ArrayList<>();
        Map.of("Accept-Language", language, "Accept-Encoding", encoding, "Cookie", ordinary ? "nothing=1" : "")
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        headers.addAll(List.of(name, value));
                    }
                });
        return site.get(path, headers.toArray(String[]::new));
    }

    private static Map<String, String> headers(HttpResponse<String> answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return headers;
    }
}
