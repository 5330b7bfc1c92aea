package org.yici.donations.payment.reconciliation.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.yici.donations.World;
import org.yici.platform.staff.DemoStaff;
import org.yici.platform.staff.SessionToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who has signed in and works with the bank's statements, through their pages. */
public final class Treasurer {

    public static final String HOME = "/staff/payments/statements";
    private static final String API = "/api/v1/donations/statements";

    private final World world;
    private final SessionToken session;

    public Treasurer(World world, String username) {
        this.world = world;
        this.session = world.signIn(DemoStaff.named(username));
    }

    public record Answer(int status, String location, String text) {

        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }

        /** The statement that it leads to. */
        StatementId statement() {
            assertThat(status).as(text).isEqualTo(303);
            assertThat(location).startsWith(HOME + "/");
            return StatementId.parse(location.substring(HOME.length() + 1)).orElseThrow();
        }
    }

    public Answer get(String path) {
        return answer(world.web()
                .get()
                .uri(URI.create(world.address() + path))
                .cookie("yici_staff", session.value())
                .accept(MediaType.TEXT_HTML)
                .exchange());
    }

    public String page(String path) {
        Answer answer = get(path);
        assertThat(answer.status()).as(path + "\n" + answer.text()).isEqualTo(200);
        return answer.text();
    }

    /** All lines of a statement. */
    public String page(StatementId id) {
        return page(HOME + "/" + id + "?show=all");
    }

    public Answer bring(byte[] file, String name) {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("_csrf", session.csrf());
        parts.part("file", new ByteArrayResource(file), MediaType.APPLICATION_OCTET_STREAM)
                .filename(name);
        return answer(world.web()
                .post()
                .uri(HOME)
                .cookie("yici_staff", session.value())
                .accept(MediaType.TEXT_HTML)
                .bodyValue(parts.build())
                .exchange());
    }

    public Answer step(StatementId id, String step) {
        return post(HOME + "/" + id + "/" + step, Map.of());
    }

    /** Brings a file and files it. */
    public StatementId files(byte[] file, String name) {
        StatementId id = bring(file, name).statement();
        Answer filed = step(id, "filing");
        assertThat(filed.status()).as(filed.text()).isEqualTo(303);
        return id;
    }

    public Answer post(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", session.csrf());
        String form = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return answer(world.web()
                .post()
                .uri(path)
                .cookie("yici_staff", session.value())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.TEXT_HTML)
                .bodyValue(form)
                .exchange());
    }

    /** By program. */
    JsonNode read(String path) {
        Answer answer = answer(world.web()
                .get()
                .uri(API + path)
                .cookie("yici_staff", session.value())
                .accept(MediaType.APPLICATION_JSON)
                .exchange());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.text());
    }

    Answer upload(byte[] file, String key) {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("file", new ByteArrayResource(file), MediaType.APPLICATION_OCTET_STREAM)
                .filename("a.xml");
        return answer(world.web()
                .post()
                .uri(API)
                .cookie("yici_staff", session.value())
                .header("X-CSRF-Token", session.csrf())
                .header("Idempotency-Key", key)
                .accept(MediaType.APPLICATION_JSON)
                .bodyValue(parts.build())
                .exchange());
    }

    Answer send(String path, String body) {
        return answer(world.web()
                .post()
                .uri(API + path)
                .cookie("yici_staff", session.value())
                .header("X-CSRF-Token", session.csrf())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange());
    }

    Answer delete(String path) {
        return answer(world.web()
                .delete()
                .uri(API + path)
                .cookie("yici_staff", session.value())
                .header("X-CSRF-Token", session.csrf())
                .exchange());
    }

    private static Answer answer(WebTestClient.ResponseSpec exchange) {
        EntityExchangeResult<byte[]> result = exchange.expectBody().returnResult();
        byte[] body = result.getResponseBody();
        return new Answer(
                result.getStatus().value(),
                String.valueOf(result.getResponseHeaders().getLocation()),
                body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }
}
