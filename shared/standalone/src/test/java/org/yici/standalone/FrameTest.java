package org.yici.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.yici.platform.outcome.RefusedStart;

/** The embedded edition's frame, around services that only say who they are. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FrameTest {

    @TempDir
    static Path data;

    static final HttpClient http = HttpClient.newHttpClient();
    static final AtomicReference<HttpResponse<String>> pageWhileStarting = new AtomicReference<>();
    static final AtomicReference<HttpResponse<String>> callWhileStarting = new AtomicReference<>();
    static final AtomicReference<HttpResponse<String>> callbackWhileStarting = new AtomicReference<>();
    static RunningYici yici;

    @BeforeAll
    static void start() throws Exception {
        DemoWorld looksFromOutside = new DemoWorld() {
            @Override
            public boolean isComplete(RunningYici running) {
                return false;
            }

            @Override
            public void play(RunningYici running, Progress progress) throws Exception {
                progress.part(3, 4);
                pageWhileStarting.set(send(get(running.port(), "/").header("Accept", "text/html")));
                callWhileStarting.set(
                        send(get(running.port(), "/api/v1/summary").header("Accept-Language", "en")));
                callbackWhileStarting.set(send(get(running.port(), "/callbacks/sandbox")));
            }
        };
        yici = Standalone.start(Options.forTests(data), StandIn.apps(), looksFromOutside, Console.silent());
    }

    @AfterAll
    static void stop() {
        yici.close();
    }

    @Test
    void each_address_reaches_its_owner() throws Exception {
        assertThat(body("/")).isEqualTo("public-site");
        assertThat(body("/c/daily-kindness")).isEqualTo("donations-api");
        assertThat(body("/staff")).isEqualTo("disbursement");
    }

    @Test
    void who_comes_too_early_sees_how_far_the_start_has_come() {
        HttpResponse<String> page = pageWhileStarting.get();
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(page.body()).contains("<progress value=\"3\" max=\"4\">").doesNotContain("{");
        assertThat(page.body()).contains(Words.ZH.say("starting.demo"), Words.EN.say("starting.demo"));
        assertThat(page.body()).doesNotContain("<script", "<style", "style=");
    }

    @Test
    void a_program_that_comes_too_early_gets_a_problem() {
        HttpResponse<String> answer = callWhileStarting.get();
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("Please try again in a few seconds");
    }

    @Test
    void the_sandbox_providers_notices_pass_while_the_demo_is_played() {
        assertThat(callbackWhileStarting.get().body()).isEqualTo("donations-api");
    }

    @Test
    void the_front_door_shows_nothing_of_the_operators() throws Exception {
        for (String path : new String[] {"/actuator", "/actuator/health", "/%61ctuator/health", "//actuator/info"}) {
            HttpResponse<String> answer = send(get(yici.port(), path));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void health_is_the_worst_of_the_three() throws Exception {
        HttpResponse<String> health = send(get(yici.managementPort(), "/actuator/health"));
        assertThat(health.body())
                .contains(
                        "\"status\":\"UP\"",
                        "\"donations-api\":\"UP\"",
                        "\"disbursement\":\"UP\"",
                        "\"public-site\":\"UP\"");
        assertThat(health.statusCode()).isEqualTo(200);
    }

    @Test
    void each_service_keeps_its_own_actuator_on_the_operators_port() throws Exception {
        assertThat(send(get(yici.managementPort(), "/actuator/disbursement/info"))
                        .body())
                .contains("\"service\":\"disbursement\"");
        assertThat(send(get(yici.managementPort(), "/actuator/nobody/info")).statusCode())
                .isEqualTo(404);
        assertThat(send(get(yici.managementPort(), "/")).statusCode()).isEqualTo(404);
    }

    @Test
    void hostile_requests_are_the_callers_fault() throws Exception {
        for (String line : new String[] {
            "GET /%zz HTTP/1.1",
            "GET /c/%00 HTTP/1.1",
            "GET http://[ HTTP/1.1",
            "BREW / HTTP/1.1",
            "GET / HTTP/9.9",
            "OPTIONS * HTTP/1.1",
            "GET /" + "x".repeat(9_000) + " HTTP/1.1",
            "nonsense",
            "GET / HTTP/1.1\r\nX: " + "x".repeat(20_000),
            "GET / HTTP/1.1\r\nAccept-Language: \u0001"
        }) {
            assertThat(statusLineFor(line)).as(line).doesNotStartWith("HTTP/1.1 5");
        }
    }

    @Test
    void a_second_start_on_the_same_data_says_so() {
        assertThatThrownBy(() -> org.yici.engines.Engines.start(data))
                .hasMessageContaining(
                        "Another Yici (process " + ProcessHandle.current().pid() + ")")
                .hasMessageContaining(data.toString());
    }

    @Test
    void a_taken_port_is_one_clear_sentence(@TempDir Path elsewhere) {
        var taken = new Options(yici.port(), "127.0.0.1", elsewhere, null, 0, false, "false", java.util.List.of());
        assertThatThrownBy(() -> Standalone.start(taken))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("YICI_PORT");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void a_stop_ends_event_streams_and_lets_running_requests_end() throws Exception {
        HttpResponse<InputStream> stream =
                http.send(get(yici.port(), StandIn.STREAM).build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.body().read()).isPositive();
        CompletableFuture<HttpResponse<String>> slow =
                http.sendAsync(get(yici.port(), StandIn.SLOW).build(), HttpResponse.BodyHandlers.ofString());
        TimeUnit.MILLISECONDS.sleep(200);

        long begun = System.nanoTime();
        yici.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(9));
        assertThat(slow.get().body()).isEqualTo("slow but whole");
        assertThat(stream.body().readAllBytes()).isNotNull();
        assertThat(data.resolve("engines.properties")).doesNotExist();
        assertThat(Files.exists(data.resolve("postgresql").resolve("postmaster.pid")))
                .isFalse();
    }

    private static String statusLineFor(String request) throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", yici.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write((request + "\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }

    private static String body(String path) throws Exception {
        return send(get(yici.port(), path)).body();
    }

    private static HttpRequest.Builder get(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
