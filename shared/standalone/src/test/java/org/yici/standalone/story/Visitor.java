package org.yici.standalone.story;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Somebody outside with a plain HTTP client, who knows of the platform what the contract says and no more. */
@CheckReturnValue
final class Visitor {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Map<String, Visitor> STAFF = new ConcurrentHashMap<>();
    private static final String PASSWORD = "yici-demo";

    private final Function<String, URI> address;
    private final Map<String, String> headers;

    private Visitor(Function<String, URI> address, Map<String, String> headers) {
        this.address = address;
        this.headers = headers;
    }

    /** Who has no account and no cookie. */
    static Visitor stranger() {
        return new Visitor(County::address, Map.of());
    }

    /** Who reads pages, and takes whatever else a link leads to. */
    static Visitor browser() {
        return stranger().with("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    }

    /** A stranger to an edition that runs elsewhere. */
    static Visitor strangerAt(String origin) {
        return new Visitor(path -> URI.create(origin + path), Map.of());
    }

    /** One of the demo's staff; signs in once for all tests. */
    static Visitor staff(String username) {
        return STAFF.computeIfAbsent(username, Visitor::signIn);
    }

    private static Visitor signIn(String username) {
        Answer session = stranger()
                .postWithoutKey("/api/v1/staff/session", """
                        {"username": "%s", "password": "%s"}""".formatted(username, PASSWORD))
                .expect(200);
        JsonNode csrf = session.json().path("csrf");
        String cookie = session.header("Set-Cookie").split(";", 2)[0];
        return stranger()
                .with("Cookie", cookie)
                .with(csrf.path("header").asString(), csrf.path("token").asString());
    }

    Visitor with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Visitor(address, more);
    }

    Visitor without(String header) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new Visitor(address, fewer);
    }

    Map<String, String> headers() {
        return headers;
    }

    String header(String name) {
        return Objects.requireNonNull(headers.get(name), name);
    }

    Answer get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    /** Once, with a key of its own. */
    Answer post(String path, String json) {
        return post(path, json, UUID.randomUUID().toString());
    }

    Answer post(String path, String json, String key) {
        return with("Idempotency-Key", key).postWithoutKey(path, json);
    }

    Answer postWithoutKey(String path, String json) {
        return with("Content-Type", "application/json").send("POST", path, HttpRequest.BodyPublishers.ofString(json));
    }

    Answer delete(String path) {
        return send("DELETE", path, HttpRequest.BodyPublishers.noBody());
    }

    /** As a browser's form sends the one file that it was given. */
    Answer upload(String path, String fileName, String content) {
        String boundary = "----" + UUID.randomUUID();
        String body = """
                --%s\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                %s\r
                --%s--\r
                """.formatted(boundary, fileName, content, boundary);
        return with("Content-Type", "multipart/form-data; boundary=" + boundary)
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .send("POST", path, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.apply(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        headers.forEach(request::setHeader);
        try {
            return Answer.of(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
