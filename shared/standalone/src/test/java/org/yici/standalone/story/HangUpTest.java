package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.yici.platform.privacy.BlindIndex;
import org.yici.standalone.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clients that hang up at any moment take nothing with them: not their own gift if it was acknowledged, nor anybody's. */
@Order(6)
class HangUpTest {

    private static final int ROUNDS = 20;
    private static final int CLIENTS = 16;
    private static final int GIFTS_A_CLIENT = 6;
    private static final long FEN = 7;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final byte[] key =
            County.yici().bean(Service.DONATIONS, BlindIndex.class).of("sandbox-signature", "notices");
    private final Queue<Gift> created = new ConcurrentLinkedQueue<>();
    private final Queue<Gift> booked = new ConcurrentLinkedQueue<>();

    @Test
    void twenty_rounds_of_clients_who_hang_up() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int round = 0; round < ROUNDS; round++) {
            giveAndHangUp(clients, round);
            nothingHangsInTheDatabase();
            Gift.paid(FEN);
        }
        clients.shutdown();
        assertThat(created).hasSizeGreaterThan(ROUNDS * CLIENTS / 2);
        assertThat(booked).hasSizeGreaterThan(ROUNDS);
        everyAcknowledgedGiftIsThere();
        theBooksAreWhole();
    }

    private void giveAndHangUp(ExecutorService clients, int round) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            Random chance = new Random(1_000L * round + client);
            running.add(clients.submit(() -> {
                for (int gift = 0; gift < GIFTS_A_CLIENT; gift++) {
                    giveOnce(new HastyClient(chance));
                }
                return null;
            }));
        }
        for (Future<?> client : running) {
            client.get();
        }
    }

    private void giveOnce(HastyClient client) throws Exception {
        String answer = client.post(
                "/api/v1/donations", Map.of("Idempotency-Key", UUID.randomUUID().toString()), Gift.wish(FEN));
        if (answer == null) {
            return;
        }
        assertThat(answer).startsWith("HTTP/1.1 201");
        JsonNode wish = JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")));
        String receipt = wish.path("receiptUrl").asString();
        Gift gift = new Gift(
                Visitor.stranger(), wish.path("id").asString(), receipt.substring(receipt.lastIndexOf('/') + 1), FEN);
        created.add(gift);
        String heard = tell(client, gift);
        if (heard != null) {
            assertThat(heard).startsWith("HTTP/1.1 200").endsWith("{\"result\":\"booked\"}");
            booked.add(gift);
        }
    }

    /** The provider's own notice, by a provider that may hang up as well. */
    private String tell(HastyClient client, Gift gift) throws Exception {
        String notice =
                "{\"order\":\"%s\",\"reference\":\"sandbox-%s\",\"state\":\"PAID\",\"amount\":{\"value\":%d,\"currency\":\"CNY\"}}"
                        .formatted(gift.id(), gift.id(), FEN);
        String timestamp = Long.toString(System.currentTimeMillis() / 1000);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] signature = mac.doFinal((timestamp + "." + notice).getBytes(StandardCharsets.UTF_8));
        return client.post(
                "/callbacks/sandbox",
                Map.of(
                        "Yici-Timestamp",
                        timestamp,
                        "Yici-Signature",
                        HexFormat.of().formatHex(signature)),
                notice);
    }

    private void everyAcknowledgedGiftIsThere() {
        created.forEach(gift -> assertThat(gift.status()).isIn("PENDING", "PAID"));
        Set<Long> sequences = new HashSet<>();
        booked.forEach(gift -> {
            assertThat(gift.status()).as(gift.id()).isEqualTo("PAID");
            assertThat(sequences.add(gift.sequence())).as("one journal a gift").isTrue();
        });
    }

    private static void nothingHangsInTheDatabase() throws Exception {
        try (Connection owner = County.owner();
                Statement statement = owner.createStatement()) {
            Awaitility.await("no transaction is left open")
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> count(
                                    statement,
                                    "select count(*) from pg_stat_activity where state like 'idle in transaction%'"
                                            + " and state_change < now() - interval '200 milliseconds'")
                            == 0);
        }
    }

    private void theBooksAreWhole() throws Exception {
        try (Connection owner = County.owner();
                Statement statement = owner.createStatement()) {
            assertThat(count(statement, "select count(*) from ledger.audit()")).isZero();
            assertThat(count(statement, "select count(*) - max(sequence) from ledger.journals"))
                    .isZero();
        }
    }

    private static long count(Statement statement, String sql) throws Exception {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
