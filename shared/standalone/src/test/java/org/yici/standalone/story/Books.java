package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The books as anybody may read them. */
final class Books {

    private Books() {}

    static JsonNode summary() {
        return Visitor.stranger().get("/api/v1/summary").expect(200).json();
    }

    /** In fen; the contract writes an amount as an object with its currency. */
    static long fen(JsonNode amount) {
        assertThat(amount.path("currency").asString()).as("%s", amount).isEqualTo("CNY");
        assertThat(amount.path("value").isIntegralNumber()).as("%s", amount).isTrue();
        return amount.path("value").asLong();
    }

    static long fen(String figure) {
        return fen(summary().path(figure));
    }

    static List<JsonNode> journals() {
        return journalsAfter(0);
    }

    /** Page by page to the end. */
    static List<JsonNode> journalsAfter(long sequence) {
        List<JsonNode> journals = new ArrayList<>();
        String after = Long.toString(sequence);
        while (after != null) {
            JsonNode page = Visitor.stranger()
                    .get("/api/v1/journals?limit=200&after=" + after)
                    .expect(200)
                    .json();
            page.path("items").forEach(journals::add);
            after = page.path("next").isNull() ? null : page.path("next").asString();
        }
        return journals;
    }

    /** The number of the last journal that the public has seen. */
    static long head() {
        return summary().path("asOf").path("sequence").asLong();
    }

    static JsonNode journal(long sequence) {
        awaitPublished(sequence);
        return Visitor.stranger()
                .get("/api/v1/journals?limit=1&after=" + (sequence - 1))
                .expect(200)
                .json()
                .path("items")
                .path(0);
    }

    static void awaitPublished(long sequence) {
        Awaitility.await("journal %d is public".formatted(sequence))
                .atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ZERO)
                .until(() -> head() >= sequence);
    }

    /** Nothing comes any more: what had been under way when the last test ended is public too. */
    static void awaitQuiet() {
        long[] last = {-1};
        Awaitility.await("the books are quiet")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(700))
                .until(() -> {
                    long head = head();
                    boolean quiet = head == last[0];
                    last[0] = head;
                    return quiet;
                });
    }
}
