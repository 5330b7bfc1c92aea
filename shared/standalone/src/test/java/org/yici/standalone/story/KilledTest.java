package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/**
 * The plain run in a JVM of its own, killed where it hurts: in the middle of the demo world's years, and in the middle of
 * gifts. In the order of a bad day, on one data folder. The stories go on meanwhile: it shares nothing with their county, and
 * waits most of the time.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Jvm.TURN)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledTest {

    private static final Path DATA = Path.of("target", "killed").toAbsolutePath();
    private static final int FIRST_START_SECONDS = 240;
    private static final int START_SECONDS = 90;
    private static final int GIFTS = 240;
    /** The demo world's, in fen. */
    private static final long RECEIVED = 207_965_000;

    private static Jvm jvm;
    private static String origin;

    @BeforeAll
    static void nothing_is_there() throws Exception {
        County.delete(DATA);
    }

    @AfterAll
    static void stop() throws Exception {
        if (jvm != null) {
            jvm.close();
        }
    }

    @Test
    @Order(1)
    @Execution(ExecutionMode.SAME_THREAD)
    void the_demo_world_killed_half_way_is_finished_by_the_next_start() throws Exception {
        jvm = Jvm.run(DATA);
        awaitDemoHalfPlayed();
        jvm.kill();

        jvm = Jvm.run(DATA);
        origin = jvm.awaitReady(FIRST_START_SECONDS);
        Awaitility.await("the public's books have caught up")
                .atMost(Duration.ofSeconds(5))
                .until(() -> received() == RECEIVED);
        JsonNode summary = visitor().get("/api/v1/summary").expect(200).json();
        assertFigures(summary, RECEIVED, 5_450_000, 202_515_000);
        assertThat(summary.path("people").asLong()).isEqualTo(74);
        JsonNode relief =
                visitor().get("/api/v1/funds/poverty-relief").expect(200).json();
        JsonNode daily =
                visitor().get("/api/v1/funds/daily-kindness").expect(200).json();
        assertThat(Books.fen(relief.path("received"))).isEqualTo(204_065_000);
        assertThat(relief.path("donors").asLong()).isEqualTo(8_961);
        assertThat(Books.fen(daily.path("received"))).isEqualTo(3_900_000);
        assertThat(Books.fen(relief.path("disbursed")) + Books.fen(daily.path("disbursed")))
                .isEqualTo(5_450_000);
        assertThat(Books.fen(relief.path("disbursed"))).isPositive();
        assertThat(Books.fen(daily.path("disbursed"))).isPositive();
        Awaitility.await("and so has the front page")
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(visitor().get("/").expect(200).body())
                        .contains("2,079,650", "54,500", "<strong>74</strong>"));
    }

    @Test
    @Order(2)
    @Execution(ExecutionMode.SAME_THREAD)
    void gifts_that_were_acknowledged_before_a_kill_are_there_once() throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        Queue<String[]> created = new ConcurrentLinkedQueue<>();
        giveUntilKilled(created, acknowledged);
        assertThat(acknowledged).as("gifts acknowledged before the kill").hasSizeGreaterThan(20);

        jvm = Jvm.run(DATA);
        origin = jvm.awaitReady(START_SECONDS);
        for (String[] gift : created) {
            JsonNode now = visitor()
                    .get("/api/v1/donations/" + gift[0] + "?token=" + gift[1])
                    .expect(200)
                    .json();
            assertThat(now.path("status").asString()).isIn("PENDING", "PAID");
        }
        for (String gift : acknowledged) {
            String token = created.stream()
                    .filter(one -> one[0].equals(gift))
                    .findFirst()
                    .orElseThrow()[1];
            Awaitility.await("the sandbox knows it is paid: " + gift)
                    .pollDelay(Duration.ZERO)
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> visitor()
                                    .get("/api/v1/donations/" + gift + "?token=" + token)
                                    .text("status"),
                            "PAID"::equals);
        }
        Awaitility.await("the public sees them").atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        received() - RECEIVED)
                .isBetween((long) acknowledged.size(), (long) created.size()));
        List<Long> sequences = created.stream()
                .map(gift -> visitor()
                        .get("/api/v1/donations/" + gift[0] + "?token=" + gift[1])
                        .json())
                .filter(gift -> gift.path("status").asString().equals("PAID"))
                .map(gift -> gift.path("sequence").asLong())
                .toList();
        assertThat(sequences).doesNotHaveDuplicates();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> received() - RECEIVED >= sequences.size());
        Process audit = Jvm.command("audit", DATA);
        String said = new String(audit.getInputStream().readAllBytes());
        assertThat(audit.waitFor()).as(said).isZero();
    }

    @Test
    @Order(3)
    @Execution(ExecutionMode.SAME_THREAD)
    void a_second_start_on_the_same_data_says_so_in_one_line_and_ends() throws Exception {
        try (Jvm second = Jvm.run(DATA)) {
            assertThat(second.awaitEnd(30)).isNotZero();
            assertThat(second.said().strip().lines()).hasSize(1);
            assertThat(second.said()).contains(DATA.toString()).doesNotContain("Exception");
        }
        visitor().get("/").expect(200);
    }

    @Test
    @Order(4)
    @Execution(ExecutionMode.SAME_THREAD)
    void a_ctrl_c_ends_everything_within_ten_seconds_open_streams_included() throws Exception {
        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(origin + "/api/v1/stream"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(processesOnOurData()).isPositive();

        long begun = System.nanoTime();
        jvm.interrupt();
        jvm.awaitEnd(15);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        Awaitility.await("no process is left").atMost(Duration.ofSeconds(5)).until(() -> processesOnOurData() == 0);
        stream.body().close();
    }

    private static void awaitDemoHalfPlayed() throws Exception {
        Awaitility.await("half of the demo world is played")
                .atMost(Duration.ofSeconds(FIRST_START_SECONDS))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> halfPlayed(jvm.origin()));
    }

    /** As the page says that people see while the books are written. */
    private static boolean halfPlayed(String address) {
        Answer page = Visitor.strangerAt(address).with("Accept", "text/html").get("/");
        var bar = Pattern.compile("<progress value=\"(\\d+)\" max=\"(\\d+)\">").matcher(page.body());
        return bar.find() && Long.parseLong(bar.group(1)) * 2 > Long.parseLong(bar.group(2));
    }

    /** Eight phones give one fen again and again; after enough of them the plug is pulled. */
    private static void giveUntilKilled(Queue<String[]> created, Queue<String> acknowledged) throws Exception {
        AtomicBoolean killed = new AtomicBoolean();
        ExecutorService phones = Executors.newFixedThreadPool(8);
        IntStream.range(0, 8)
                .forEach(phone -> phones.execute(() -> {
                    while (!killed.get()) {
                        try {
                            giveOneFen(created, acknowledged);
                        } catch (RuntimeException | AssertionError goneInTheMiddle) {
                            killed.set(true);
                        }
                    }
                }));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> created.size() >= GIFTS || killed.get());
        jvm.kill();
        killed.set(true);
        phones.shutdown();
        assertThat(phones.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(created).hasSizeGreaterThanOrEqualTo(GIFTS);
    }

    private static void giveOneFen(Queue<String[]> created, Queue<String> acknowledged) {
        Answer gift = visitor()
                .post("/api/v1/donations", Gift.wish(1), UUID.randomUUID().toString())
                .expect(201);
        String receipt = gift.text("receiptUrl");
        created.add(new String[] {gift.text("id"), receipt.substring(receipt.lastIndexOf('/') + 1)});
        visitor()
                .postWithoutKey("/pay/sandbox/" + gift.text("id"), "{\"outcome\": \"PAID\"}")
                .expect(202);
        acknowledged.add(gift.text("id"));
    }

    private static void assertFigures(JsonNode summary, long received, long disbursed, long balance) {
        assertThat(Books.fen(summary.path("received"))).isEqualTo(received);
        assertThat(Books.fen(summary.path("refunded"))).isZero();
        assertThat(Books.fen(summary.path("costs"))).isZero();
        assertThat(Books.fen(summary.path("committed"))).isZero();
        assertThat(Books.fen(summary.path("disbursed"))).isEqualTo(disbursed);
        assertThat(Books.fen(summary.path("balance"))).isEqualTo(balance);
    }

    private static long received() {
        return Books.fen(visitor().get("/api/v1/summary").expect(200).json().path("received"));
    }

    private static Visitor visitor() {
        return Visitor.strangerAt(origin);
    }

    /** PostgreSQL's, and whatever else was started with our folder among its words. */
    private static long processesOnOurData() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(DATA.toString()))
                .count();
    }
}
