package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The caller's word that two requests are one. */
@Order(4)
class IdempotencyTest {

    private static final String DONATIONS = "/api/v1/donations";
    private static final Visitor STRANGER = Visitor.stranger();

    @Test
    void fifty_clients_with_one_key_make_one_gift() throws Exception {
        String key = UUID.randomUUID().toString();
        Set<String> answers = ConcurrentHashMap.newKeySet();
        Thread[] clients = IntStream.range(0, 50)
                .mapToObj(i -> new Thread(() -> answers.add(
                        STRANGER.post(DONATIONS, Gift.wish(77), key).expect(201).body())))
                .toArray(Thread[]::new);
        for (Thread client : clients) {
            client.start();
        }
        for (Thread client : clients) {
            client.join();
        }
        assertThat(answers).hasSize(1);
    }

    @Test
    void the_same_request_later_has_the_same_answer_even_when_the_gift_is_paid() {
        String key = UUID.randomUUID().toString();
        Answer first = STRANGER.post(DONATIONS, Gift.wish(78), key).expect(201);
        Gift.of(STRANGER, first, 78).pay("PAID").await("PAID", java.time.Duration.ofSeconds(5));
        assertThat(STRANGER.post(DONATIONS, Gift.wish(78), key).expect(201).body())
                .isEqualTo(first.body());
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        String key = UUID.randomUUID().toString();
        Answer first = STRANGER.post(DONATIONS, Gift.wish(79), key).expect(201);
        STRANGER.post(DONATIONS, Gift.wish(80), key).expect(422);
        assertThat(STRANGER.post(DONATIONS, Gift.wish(79), key).expect(201).body())
                .isEqualTo(first.body());
    }

    @Test
    void a_refusal_is_not_remembered() {
        String key = UUID.randomUUID().toString();
        STRANGER.post(DONATIONS, Gift.wish(-1), key).expect(422);
        STRANGER.post(DONATIONS, Gift.wish(81), key).expect(201);
    }

    @Test
    void without_a_key_nothing_is_created() {
        STRANGER.postWithoutKey(DONATIONS, Gift.wish(82)).expect(400);
        GrantCase.INTAKE
                .postWithoutKey("/api/v1/households", InventedPeople.household())
                .expect(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "fifteen-letters", "with a space in it"})
    void a_key_has_sixteen_to_255_visible_ascii_characters(String key) {
        STRANGER.post(DONATIONS, Gift.wish(83), key).expect(400);
    }

    @Test
    void a_key_of_256_characters_is_too_long_and_one_of_255_is_not() {
        STRANGER.post(DONATIONS, Gift.wish(83), "k".repeat(256)).expect(400);
        STRANGER.post(DONATIONS, Gift.wish(83), "k".repeat(255)).expect(201);
    }

    @Test
    void a_household_registered_twice_under_one_key_is_one_household() {
        String key = UUID.randomUUID().toString();
        String body = InventedPeople.household();
        Answer first = GrantCase.INTAKE.post("/api/v1/households", body, key).expect(201);
        assertThat(GrantCase.INTAKE
                        .post("/api/v1/households", body, key)
                        .expect(201)
                        .body())
                .isEqualTo(first.body());
        GrantCase.INTAKE
                .post("/api/v1/households", InventedPeople.household(), key)
                .expect(422);
    }
}
