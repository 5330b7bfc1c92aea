package org.yici.donations.payment.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.world;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.yici.donations.World;
import org.yici.platform.staff.DemoStaff;
import org.yici.platform.staff.SessionToken;

/** Somebody who has signed in and works at the counter, through its pages. */
final class Clerk {

    static final String HOME = "/staff/payments/counter";

    static final String API = "/api/v1/donations/counter";

    private static final Duration READING = Duration.ofMinutes(2);

    private final World world = world();
    private final SessionToken session;

    Clerk(String username) {
        session = world.signIn(DemoStaff.named(username));
    }

    EntityExchangeResult<byte[]> get(String path) {
        return world.web()
                .get()
                .uri(URI.create(world.address() + path))
                .cookie("yici_staff", session.value())
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody()
                .returnResult();
    }

    String page(String path) {
        EntityExchangeResult<byte[]> answer = get(path);
        assertThat(answer.getStatus().value()).as(path + "\n" + text(answer)).isEqualTo(200);
        return text(answer);
    }

    /** Sends a sheet in for its dry run. */
    EntityExchangeResult<byte[]> send(byte[] sheet, String name, String method, String campaign) {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("_csrf", session.csrf());
        parts.part("method", method);
        parts.part("campaign", campaign);
        parts.part("file", new ByteArrayResource(sheet), MediaType.APPLICATION_OCTET_STREAM)
                .filename(name);
        return answered(world.web()
                .mutate()
                .responseTimeout(READING)
                .build()
                .post()
                .uri(HOME + "/sheet")
                .cookie("yici_staff", session.value())
                .accept(MediaType.TEXT_HTML)
                .bodyValue(parts.build())
                .exchange());
    }

    /** The number of the draft that a sheet has become, once it is read. */
    CounterBatchId drafted(byte[] sheet, String name, String method, String campaign) {
        CounterBatchId batch = batch(send(sheet, name, method, campaign));
        untilRead(batch);
        return batch;
    }

    void untilRead(CounterBatchId batch) {
        Instant end = Instant.now().plus(READING);
        while (world.number(
                        "select count(*) from donations.counter_batch where state = 'READING' and number = " + batch)
                > 0) {
            assertThat(Instant.now()).as("still reading").isBefore(end);
            World.pause(20);
        }
    }

    EntityExchangeResult<byte[]> post(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", session.csrf());
        String form = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return answered(world.web()
                .post()
                .uri(path)
                .cookie("yici_staff", session.value())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.TEXT_HTML)
                .bodyValue(form)
                .exchange());
    }

    /** What a program reads. */
    EntityExchangeResult<byte[]> read(String path) {
        return answered(world.web()
                .get()
                .uri(URI.create(world.address() + API + path))
                .cookie("yici_staff", session.value())
                .header("Accept-Language", "en")
                .exchange());
    }

    /** What a program sends, as JSON. */
    EntityExchangeResult<byte[]> tell(String path, String body, String key) {
        return answered(world.web()
                .post()
                .uri(API + path)
                .cookie("yici_staff", session.value())
                .header("X-CSRF-Token", session.csrf())
                .header("Idempotency-Key", key)
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange());
    }

    EntityExchangeResult<byte[]> tell(String path, String body) {
        return tell(path, body, UUID.randomUUID().toString());
    }

    EntityExchangeResult<byte[]> upload(byte[] sheet, String method, String campaign, String key) {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("method", method);
        parts.part("campaign", campaign);
        parts.part("file", new ByteArrayResource(sheet), MediaType.APPLICATION_OCTET_STREAM)
                .filename("sheet");
        return answered(world.web()
                .post()
                .uri(API + "/sheets")
                .cookie("yici_staff", session.value())
                .header("X-CSRF-Token", session.csrf())
                .header("Idempotency-Key", key)
                .header("Accept-Language", "en")
                .bodyValue(parts.build())
                .exchange());
    }

    EntityExchangeResult<byte[]> delete(String path) {
        return answered(world.web()
                .delete()
                .uri(API + path)
                .cookie("yici_staff", session.value())
                .header("X-CSRF-Token", session.csrf())
                .exchange());
    }

    EntityExchangeResult<byte[]> step(CounterBatchId batch, String step) {
        return post(HOME + "/" + batch + "/" + step, Map.of());
    }

    void does(CounterBatchId batch, String step) {
        EntityExchangeResult<byte[]> answer = step(batch, step);
        assertThat(answer.getStatus().value()).as(step + "\n" + text(answer)).isEqualTo(303);
    }

    /** The batch that an answer leads to. */
    static CounterBatchId batch(EntityExchangeResult<byte[]> answer) {
        assertThat(answer.getStatus().value()).as(text(answer)).isEqualTo(303);
        String address = String.valueOf(answer.getResponseHeaders().getFirst(HttpHeaders.LOCATION));
        assertThat(address).startsWith(HOME + "/");
        return CounterBatchId.parse(address.substring(HOME.length() + 1)).orElseThrow();
    }

    static String text(EntityExchangeResult<byte[]> answer) {
        byte[] body = answer.getResponseBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private static EntityExchangeResult<byte[]> answered(WebTestClient.ResponseSpec answer) {
        return answer.expectBody().returnResult();
    }
}
