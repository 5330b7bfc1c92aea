package org.yici.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.yici.platform.facts.Fact;
import org.yici.platform.facts.Topics;

/** How the site keeps up with its topics. */
class FeedTest {

    private static final List<String> SHOWN = List.of(
            "/",
            "/?lang=en",
            "/fragments/home",
            "/book",
            "/campaigns",
            "/funds",
            "/funds/poverty-relief",
            "/grants",
            "/grants/G-1",
            "/gifts/1",
            "/notices",
            "/api/v1/summary",
            "/api/v1/funds",
            "/api/v1/grants",
            "/api/v1/notices",
            "/api/v1/journals",
            "/api/v1/trace/1");

    private RunningSite site;

    @BeforeEach
    void open() throws Exception {
        site = RunningSite.start();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void wiped_while_it_runs_or_while_it_stands_the_same_bytes_come_back() {
        World.publish(site.published);
        site.caughtUp();
        Map<String, String> before = bytes();
        site.wipe();
        site.caughtUp();
        assertThat(bytes()).isEqualTo(before);
        site.wipe();
        site = site.restart();
        site.caughtUp();
        assertThat(bytes()).isEqualTo(before);
    }

    @Test
    void a_record_that_is_sent_twice_counts_once() {
        Published published = site.published;
        published.gift(World.DAILY, 100, true);
        published.sequence--;
        published.gift(World.DAILY, 100, true);
        published.fact(new Fact.GrantPaid("G-1", true, true));
        published.facts--;
        published.fact(new Fact.GrantPaid("G-1", true, true));
        published.gift(World.DAILY, 700, false);
        site.caughtUp();
        assertThat(site.json("/api/v1/summary").get("received").get("value").asLong())
                .isEqualTo(800);
        assertThat(site.json("/api/v1/summary").get("people").asLong()).isEqualTo(1);
    }

    @Test
    void at_a_gap_it_stands_and_shows_what_came_before_it() {
        Published published = site.published;
        published.gift(World.DAILY, 100, true);
        site.caughtUp();
        published.sequence++;
        published.gift(World.DAILY, 700, true);
        published.flush();
        pause(1_000);
        assertThat(site.number(Topics.LEDGER)).isEqualTo(1);
        assertThat(site.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void a_foreign_or_broken_record_harms_nothing_that_is_shown() {
        Published published = site.published;
        published.gift(World.DAILY, 100, true);
        published.notice("N-1", World.notice("张**", "赞字乡", false));
        published.notice("N-2", Map.of("nonsense", true));
        published.notice("N-1", null);
        site.caughtUp();
        assertThat(site.json("/api/v1/notices").get("items")).isEmpty();
        published.send(Topics.LEDGER, 2, "2", "no journal at all");
        published.flush();
        pause(1_000);
        assertThat(site.number(Topics.LEDGER)).isEqualTo(1);
        assertThat(site.get("/api/v1/summary").statusCode()).isEqualTo(200);
    }

    @Test
    void facts_before_their_journals_come_to_the_same() {
        Published published = site.published;
        published.fact(new Fact.AwardMade("G-1", "schooling", "赞字乡", List.of(World.RELIEF), 800));
        published.fact(new Fact.GrantPaid("G-1", true, true));
        published.flush();
        RunningSite.await(() -> site.number(Topics.FACTS) == 2);
        published.gift(World.RELIEF, 1_000, true);
        long award = published.award("G-1", "schooling", new TreeMap<>(Map.of(World.RELIEF, 800L)));
        published.pay("G-1", "schooling", award, 800);
        site.caughtUp();
        assertThat(site.json("/api/v1/grants/G-1").get("township").asString()).isEqualTo("赞字乡");
        assertThat(site.json("/api/v1/grants/G-1").get("state").asString()).isEqualTo("PAID");
    }

    @Test
    void ten_thousand_journals_are_read_within_seconds() {
        for (int i = 0; i < 10_500; i++) {
            site.published.gift(i % 4 == 0 ? World.RELIEF : World.DAILY, 100 + i, true);
        }
        site.published.flush();
        RunningSite.await(() -> site.number(Topics.LEDGER) == 10_500);
        Instant start = Instant.now();
        site.wipe();
        RunningSite.await(() -> site.number(Topics.LEDGER) == 10_500);
        Duration taken = Duration.between(start, Instant.now());
        LoggerFactory.getLogger("org.yici").info("10,500 journals were read again in {}", taken);
        assertThat(taken).isLessThan(Duration.ofSeconds(10));
    }

    /** A page may be a second old, so each is asked for once before it counts. */
    private Map<String, String> bytes() {
        SHOWN.forEach(site::get);
        pause(1_100);
        Map<String, String> bytes = new TreeMap<>();
        SHOWN.forEach(path -> bytes.put(path, site.get(path).body()));
        return bytes;
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
