package org.yici.donations.donation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.world;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.yici.donations.World;

/** Whatever is sent, the answer says why not, and nothing changes. */
class HostileInputTest {

    private static final String GOOD =
            "{\"campaign\":\"daily-kindness\",\"amount\":{\"value\":600,\"currency\":\"CNY\"},\"method\":\"sandbox\",\"donor\":{\"anonymous\":true}}";

    private final World world = world();

    @Test
    void a_good_body_is_taken_and_the_answer_is_that_of_the_contract() {
        world.web()
                .post()
                .uri("/api/v1/donations")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(GOOD)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("PENDING")
                .jsonPath("$.amount.value")
                .isEqualTo(600)
                .jsonPath("$.campaign")
                .isEqualTo("daily-kindness")
                .jsonPath("$.payUrl")
                .value(url -> assertThat(url.toString()).contains("/pay/sandbox/"))
                .jsonPath("$.receiptUrl")
                .value(url -> assertThat(url.toString()).matches(".*/receipts/[A-Za-z0-9_-]{43}"));
    }

    @Test
    void a_body_that_cannot_be_read_is_400() {
        for (String body : List.of("", "{", "[]", "null", "\"x\"", "{\"campaign\":1,}", "\u0000", "{}{}")) {
            assertThat(post(body)).as(body).isEqualTo(400);
        }
    }

    @Test
    void a_field_that_cannot_be_taken_is_422() {
        for (String body : List.of(
                "{}",
                GOOD.replace("600", "-600"),
                GOOD.replace("600", "0"),
                GOOD.replace("600", "270.767"),
                GOOD.replace("600", "600.0"),
                GOOD.replace("600", "\"600\""),
                GOOD.replace("600", "true"),
                GOOD.replace("600", "99999999999999999999"),
                GOOD.replace("600", "9223372036854775807"),
                GOOD.replace("600", "null"),
                GOOD.replace("CNY", "USD"),
                GOOD.replace("\"CNY\"", "7"),
                GOOD.replace("daily-kindness", "../../etc"),
                GOOD.replace("daily-kindness", "nothing-here"),
                GOOD.replace("\"daily-kindness\"", "{}"),
                GOOD.replace("sandbox", "shells"),
                GOOD.replace("{\"anonymous\":true}", "[]"),
                GOOD.replace("\"anonymous\":true", "\"anonymous\":\"yes\""),
                GOOD.replace("\"anonymous\":true", "\"phone\":\"12\""),
                GOOD.replace("\"anonymous\":true", "\"name\":\"" + "长".repeat(61) + "\""),
                GOOD.replace("\"anonymous\":true", "\"name\":\"\\ud800\""),
                GOOD.replace("\"anonymous\":true", "\"name\":\"a\\u0000b\""),
                GOOD.replace("\"method\"", "\"place\":\"x y\",\"method\""),
                GOOD.replace("\"method\"", "\"message\":\"" + "x".repeat(201) + "\",\"method\""))) {
            assertThat(post(body)).as(body).isEqualTo(422);
        }
    }

    @Test
    void a_huge_body_is_413_and_another_content_type_415() {
        assertThat(post("{\"campaign\":\"" + "x".repeat(400_000) + "\"}")).isEqualTo(413);
        world.web()
                .post()
                .uri("/api/v1/donations")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue(GOOD)
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void a_missing_or_odd_key_is_400() {
        for (String key : List.of("", "short", "x".repeat(256), "with blanks in the key")) {
            world.web()
                    .post()
                    .uri("/api/v1/donations")
                    .header("Idempotency-Key", key)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(GOOD)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
    }

    @Test
    void unknown_things_are_404_and_odd_parameters_400() {
        for (String path : List.of(
                "/api/v1/donations/1",
                "/api/v1/donations/" + UUID.randomUUID() + "?token=x",
                "/api/v1/campaigns/nothing-here",
                "/api/v1/campaigns/%F0%9F%98%80",
                "/c/nothing-here",
                "/receipts/x",
                "/receipts/" + "A".repeat(43),
                "/receipts/" + "A".repeat(43) + ".json",
                "/pay/sandbox/1",
                "/pay/sandbox/" + UUID.randomUUID() + "?token=" + "A".repeat(43))) {
            assertThat(get(path)).as(path).isEqualTo(404);
        }
        for (String path :
                List.of("/api/v1/campaigns?limit=x", "/api/v1/campaigns?limit=0", "/api/v1/campaigns?limit=201")) {
            assertThat(get(path)).as(path).isEqualTo(400);
        }
    }

    @Test
    void the_cashier_takes_only_outcomes_that_there_are() {
        CreatedDonation gift = world.pending(100);
        for (String body : List.of("{}", "{\"outcome\":\"MINE\"}", "{\"outcome\":7}", "{\"outcome\":null}")) {
            world.web()
                    .post()
                    .uri("/pay/sandbox/{id}", gift.id())
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(body)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(422);
        }
    }

    private int post(String body) {
        return world.web()
                .post()
                .uri("/api/v1/donations")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .exchange()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private int get(String path) {
        return world.web()
                .get()
                .uri(java.net.URI.create(world.address() + path))
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }
}
