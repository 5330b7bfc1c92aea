package org.yici.donations.payment.refund.web;

import static org.yici.donations.World.world;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.yici.donations.World;
import org.yici.platform.staff.DemoStaff;
import org.yici.platform.staff.SessionToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who has signed in, at a browser or with a program; or nobody. */
public final class Office {

    private static final SessionToken NOBODY = new SessionToken("A".repeat(43));
    private final World world = world();
    private final SessionToken session;

    private Office(SessionToken session) {
        this.session = session;
    }

    public static Office of(String username) {
        return new Office(world().signIn(DemoStaff.named(username)));
    }

    static Office ofNobody() {
        return new Office(NOBODY);
    }

    public record Answer(int status, String location, String text) {

        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }
    }

    public Answer page(String path) {
        return answer(world.web()
                .get()
                .uri(URI.create(world.address() + path))
                .cookie("yici_staff", session.value())
                .accept(MediaType.TEXT_HTML)
                .exchange());
    }

    Answer read(String path) {
        return answer(world.web()
                .get()
                .uri(URI.create(world.address() + path))
                .cookie("yici_staff", session.value())
                .accept(MediaType.APPLICATION_JSON)
                .exchange());
    }

    public Answer fill(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("idempotencyKey", UUID.randomUUID().toString());
        all.put("_csrf", session.csrf());
        return answer(world.web()
                .post()
                .uri(path)
                .cookie("yici_staff", session.value())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.TEXT_HTML)
                .bodyValue(encoded(all))
                .exchange());
    }

    Answer send(String path, String body) {
        return send(path, body, UUID.randomUUID().toString());
    }

    Answer send(String path, String body, String key) {
        return answer(world.web()
                .post()
                .uri(path)
                .cookie("yici_staff", session.value())
                .header("X-CSRF-Token", session.csrf())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange());
    }

    /** What a donor sends, without any session. */
    static Answer donorFills(String path, Map<String, String> fields) {
        return answer(world().web()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.TEXT_HTML)
                .bodyValue(encoded(fields))
                .exchange());
    }

    static Answer donorReads(String path) {
        return answer(world().web()
                .get()
                .uri(URI.create(world().address() + path))
                .accept(path.endsWith(".json") ? MediaType.APPLICATION_JSON : MediaType.TEXT_HTML)
                .exchange());
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
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
