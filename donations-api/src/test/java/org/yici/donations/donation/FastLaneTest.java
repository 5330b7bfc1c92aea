package org.yici.donations.donation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.world;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.yici.donations.World;

/** What the fast lane says is what the ordinary way says. A cookie of no meaning makes a request go the ordinary way. */
class FastLaneTest {

    private static final String GIFT =
            "{\"campaign\":\"daily-kindness\",\"amount\":{\"value\":600,\"currency\":\"CNY\"},\"method\":\"sandbox\","
                    + "\"donor\":{\"name\":\"李明\",\"phone\":\"13911112222\",\"anonymous\":false}}";

    private final World world = world();

    @Test
    void both_ways_answer_the_same_request_with_the_same_bytes_and_headers() {
        String key = UUID.randomUUID().toString();
        EntityExchangeResult<byte[]> fast = create(key, GIFT, false);
        EntityExchangeResult<byte[]> ordinary = create(key, GIFT, true);
        assertThat(fast.getStatus().value()).isEqualTo(201);
        assertThat(fast.getResponseBody()).isEqualTo(ordinary.getResponseBody());
        assertThat(headers(fast)).isEqualTo(headers(ordinary));
    }

    @Test
    void what_is_refused_is_refused_in_the_same_words() {
        String used = UUID.randomUUID().toString();
        assertThat(create(used, GIFT, false).getStatus().value()).isEqualTo(201);
        for (String body : new String[] {
            GIFT.replace("600", "0"),
            GIFT.replace("600", "\"600\""),
            GIFT.replace("daily", "unknown"),
            "{",
            "[]",
            GIFT + " "
        }) {
            EntityExchangeResult<byte[]> fast = create(used, body, false);
            EntityExchangeResult<byte[]> ordinary = create(used, body, true);
            assertThat(fast.getStatus().is4xxClientError()).as(body).isTrue();
            assertThat(fast.getStatus()).as(body).isEqualTo(ordinary.getStatus());
            assertThat(fast.getResponseBody()).as(body).isEqualTo(ordinary.getResponseBody());
            assertThat(headers(fast)).as(body).isEqualTo(headers(ordinary));
        }
    }

    private EntityExchangeResult<byte[]> create(String key, String body, boolean ordinary) {
        WebTestClient.RequestBodySpec request = world.web()
                .post()
                .uri("/api/v1/donations")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json");
        if (ordinary) {
            request.header("Cookie", "nothing=1");
        }
        return request.bodyValue(body).exchange().expectBody().returnResult();
    }

    private static Map<String, String> headers(EntityExchangeResult<byte[]> answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.getResponseHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return headers;
    }
}
