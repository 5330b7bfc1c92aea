package org.yici.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yici.site.feed.Changes;

/** The stream of events, as a browser or a program holds it open. */
class StreamTest {

    private RunningSite site;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() throws Exception {
        site = RunningSite.start();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_reader_who_comes_back_gets_what_it_missed_then_what_happens_and_the_end_with_the_site() throws Exception {
        for (int i = 0; i < 500; i++) {
            site.published.gift(World.DAILY, 100, true);
        }
        site.caughtUp();
        Future<?> listening = listen("/api/v1/stream", "2-0");
        RunningSite.await(() -> ids().contains("id:500-0"));
        assertThat(ids()).hasSize(498).first().isEqualTo("id:3-0");
        site.published.gift(World.DAILY, 700, true);
        RunningSite.await(() -> ids().contains("id:501-0"));
        assertThat(heard.get(heard.lastIndexOf("id:501-0") + 1)).isEqualTo("event:journal");
        site.context.close();
        listening.get(5, TimeUnit.SECONDS);
    }

    @Test
    void the_word_that_the_pages_are_new_comes_when_they_are() {
        site.published.gift(World.DAILY, 100, true);
        site.caughtUp();
        var unused = listen("/api/v1/stream?only=book", "");
        Changes changes = site.context.getBean(Changes.class);
        RunningSite.await(() -> newestBook() == changes.version());
        long before = newestBook();
        site.published.gift(World.DAILY, 12_345, true);
        RunningSite.await(() -> newestBook() > before);
        assertThat(site.get("/fragments/home").body()).contains("124").contains(".45");
    }

    private List<String> ids() {
        return heard.stream().filter(line -> line.startsWith("id:")).toList();
    }

    /** The version that the newest word is about: the pages of the first gift may be printed, and told, once more. */
    private long newestBook() {
        return heard.stream()
                .filter(line -> line.startsWith("data:"))
                .mapToLong(line -> Long.parseLong(line.substring("data:".length())))
                .max()
                .orElse(0);
    }

    private Future<?> listen(String path, String lastEventId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(site.address + path)).timeout(Duration.ofSeconds(60));
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return Executors.newSingleThreadExecutor().submit(() -> {
            HttpClient.newHttpClient()
                    .send(request.build(), BodyHandlers.ofLines())
                    .body()
                    .forEach(heard::add);
            return null;
        });
    }
}
