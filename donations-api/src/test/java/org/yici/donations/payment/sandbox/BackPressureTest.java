package org.yici.donations.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yici.donations.World;
import org.yici.donations.donation.CreatedDonation;

/** While the ledger's head is held by somebody else, only so many wait for it. Those who are turned away lose nothing. */
class BackPressureTest {

    private static final int MOST = 3;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final World world = World.with("--yici.gift.most-waiting=" + MOST);

    @Test
    void who_finds_the_queue_full_is_told_to_come_again_and_is_booked_once_when_he_does() throws Exception {
        List<CreatedDonation> gifts = new ArrayList<>();
        for (int i = 0; i < MOST + 2; i++) {
            gifts.add(world.pending(600));
        }
        CreatedDonation late = gifts.get(MOST + 1);
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        try (Connection other = world.asOwner()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select from ledger.head for update");
            waiting.add(tell(gifts.get(0)));
            until(
                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%write_gifts%'");
            for (CreatedDonation gift : gifts.subList(1, MOST + 1)) {
                waiting.add(tell(gift));
            }
            World.pause(500); // until they stand in the queue, which nobody can see from here
            HttpResponse<String> turnedAway = tell(late).get(World.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(turnedAway.statusCode()).isEqualTo(503);
            assertThat(turnedAway.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(turnedAway.body()).contains("\"reason\":\"busy\"");
            assertThat(world.pending(600))
                    .as("taking down a wish needs no head")
                    .isNotNull();
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            other.rollback();
        }
        for (var answer : waiting) {
            assertThat(answer.get(World.PATIENCE.toSeconds(), TimeUnit.SECONDS).statusCode())
                    .isEqualTo(200);
        }
        assertThat(world.journalsOf(late)).isZero();
        assertThat(tell(late).get().statusCode()).isEqualTo(200);
        for (CreatedDonation gift : gifts) {
            assertThat(world.journalsOf(gift)).isEqualTo(1);
        }
    }

    private void until(String sql) {
        Instant end = Instant.now().plus(World.PATIENCE);
        while (world.number(sql) == 0) {
            assertThat(Instant.now()).isBefore(end);
            World.pause(20);
        }
    }

    private CompletableFuture<HttpResponse<String>> tell(CreatedDonation gift) throws IOException {
        String id = gift.id().toString();
        String body = "{\"order\":\"%s\",\"reference\":\"sandbox-%s\",\"state\":\"PAID\",".formatted(id, id)
                + "\"amount\":{\"value\":600,\"currency\":\"CNY\"}}";
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create(world.address() + "/callbacks/sandbox"))
                .header("Content-Type", "application/json")
                .header(SandboxSignature.TIMESTAMP, timestamp)
                .header(
                        SandboxSignature.SIGNATURE,
                        world.bean(SandboxSignature.class).sign(timestamp, body.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.sendAsync(request, BodyHandlers.ofString());
    }
}
