package org.yici.donations.payment.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.donations.World.world;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
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
                .responseTimeout(java.time.Duration.ofMinutes(2))
                .build()
                .post()
                .uri(HOME + "/sheet")
                .cookie("yici_staff", session.value())
                .accept(MediaType.TEXT_HTML)
                .bodyValue(parts.build())
                .exchange());
    }

    /** The number of the draft that a sheet has become. */
    CounterBatchId drafted(byte[] sheet, String name, String method, String campaign) {
        return batch(send(sheet, name, method, campaign));
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
