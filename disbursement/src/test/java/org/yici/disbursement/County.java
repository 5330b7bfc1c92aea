package org.yici.disbursement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.yici.disbursement.evidence.SomePapers;
import org.yici.engines.EnginesForTests;
import org.yici.ledger.AccountCode;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.FundCode;
import org.yici.ledger.Journal;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The granting service on real engines, its staff, and an invented county with money in two funds. */
public final class County {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger people = new AtomicInteger();
    private static County shared;

    private final ConfigurableApplicationContext context;
    private final Map<String, Person> staff = new ConcurrentHashMap<>();

    private County(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** One county for all tests that do not mind each other: ¥100,000 in each fund, all of it in the bank. */
    public static synchronized County shared() {
        if (shared == null) {
            shared = start();
            shared.give("poverty-relief", 10_000_000);
            shared.give("daily-kindness", 10_000_000);
            shared.settle(20_000_000);
        }
        return shared;
    }

    /**
     * A county of one's own, its funds empty. It lives as long as the tests do: closing one context would end the event
     * loops that all of them share.
     */
    public static County start(String... settings) {
        return House.fresh().start(settings);
    }

    /** A database and its keys: what outlives a program that is started anew. */
    public record House(Map<String, String> settings) {

        public static House fresh() {
            Map<String, String> settings = new HashMap<>(EnginesForTests.freshDatabase());
            settings.put(
                    "yici.keys",
                    Path.of("target", "keys-" + UUID.randomUUID() + ".json").toString());
            return new House(settings);
        }

        public County start(String... more) {
            return new County(app().run(arguments(more)));
        }

        /** On a machine whose clock the test sets. */
        public County start(Clock wall, String... more) {
            return new County(app().initializers(context -> ((GenericApplicationContext) context)
                            .registerBean("wall", Clock.class, () -> wall, bean -> bean.setPrimary(true)))
                    .run(arguments(more)));
        }

        /** It ends with the JVM: one that is closed while its engines go waits half a minute for the broker. */
        private static SpringApplicationBuilder app() {
            return DisbursementApplication.app().registerShutdownHook(false);
        }

        private String[] arguments(String... more) {
            List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
            settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
            for (String setting : more) {
                arguments.add("--" + setting);
            }
            return arguments.toArray(String[]::new);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String address() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    public void give(String fund, long fen) {
        post(MoneyMoves.giftReceived(
                "gift/" + UUID.randomUUID(),
                now(),
                "sandbox",
                FundCode.of(fund),
                CampaignCode.of(fund),
                Money.ofFen(fen)));
    }

    public void settle(long fen) {
        post(MoneyMoves.settlement("settlement/" + UUID.randomUUID(), now(), "sandbox", Money.ofFen(fen)));
    }

    private void post(Journal journal) {
        bean(Transactions.class)
                .inOne(() -> bean(Ledger.class).post(List.of(journal)).map(Outcome::done))
                .block();
    }

    public long balance(String account) {
        return bean(Ledger.class).balance(new AccountCode(account)).block().fen();
    }

    /** What the database's owner counts: the trail of acts is hidden from the service itself. */
    public long count(String sql) {
        String url = "jdbc:postgresql://%s:%s/%s".formatted(setting("host"), setting("port"), setting("name"));
        try (Connection owner = DriverManager.getConnection(url, "yici_migrate", setting("migrate-password"));
                ResultSet rows = owner.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What only the database's owner can do: for tests of what would be noticed. */
    public void asOwner(String sql) {
        String url = "jdbc:postgresql://%s:%s/%s".formatted(setting("host"), setting("port"), setting("name"));
        try (Connection owner = DriverManager.getConnection(url, "yici_migrate", setting("migrate-password"));
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String setting(String name) {
        return context.getEnvironment().getRequiredProperty("yici.database." + name);
    }

    public Instant now() {
        return bean(ProgramClock.class).instant();
    }

    /** Nobody in particular. */
    public Person anybody() {
        return new Person(this, "", "");
    }

    /** A member of staff of the demo; signs in once for all tests of this county. */
    public Person staff(String username) {
        return staff.computeIfAbsent(username, this::signIn);
    }

    private Person signIn(String username) {
        Answer answer = anybody().post("/api/v1/staff/session", Map.of("username", username, "password", "yici-demo"));
        String cookie = answer.cookie().split(";", 2)[0];
        return new Person(this, cookie, answer.json().at("/csrf/token").asString());
    }

    /** Lets the notices' days go by. */
    public void aWeekLater() {
        anybody().post("/sandbox/clock", Map.of("advance", "P8D"));
    }

    /** A registration of one woman with her own card, all valid, different each time. */
    public static Map<String, Object> household(String township) {
        int number = people.incrementAndGet();
        String name = "王桂兰" + number;
        return Map.of(
                "township",
                township,
                "village",
                "三道村",
                "category",
                "DIBAO",
                "members",
                List.of(Map.of("name", name, "identityNumber", identity(number), "relation", "本人")),
                "bankCard",
                Map.of("holder", name, "number", "6222021234567890128"),
                "consent",
                true);
    }

    /** A valid number of an invented person. */
    public static String identity(int number) {
        String head = "220723196%d0%d%02d%03d"
                .formatted(number / 1000 % 10, 1 + number / 100 % 9, 1 + number / 10 % 28, number % 1000);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (head.charAt(i) - '0') * weights[i];
        }
        return head + "10X98765432".charAt(sum % 11);
    }

    /** An application that has been filed for a new household. */
    public String filed(String programme, long fen) {
        return filed("赞字乡", programme, fen);
    }

    public String filed(String township, String programme, long fen) {
        Person intake = staff("intake");
        String household =
                intake.post("/api/v1/households", household(township)).text("/id");
        return intake.post(
                        "/api/v1/applications",
                        Map.of(
                                "household",
                                household,
                                "member",
                                0,
                                "programme",
                                programme,
                                "amount",
                                cny(fen),
                                "reason",
                                "孩子开学。"))
                .text("/id");
    }

    /** Brings all that the standard of the day asks for in the case: of most programmes nothing. */
    public void papers(String id) {
        Person intake = staff("intake");
        String path = "/api/v1/applications/" + id;
        String today = bean(ProgramClock.class).today().toString();
        for (JsonNode asked : intake.get(path + "/evidence").json().at("/missing")) {
            Answer brought =
                    switch (asked.asString()) {
                        case "home-visit" ->
                            intake.post(
                                    path + "/home-visits",
                                    Map.of("visitors", List.of("intake", "王强"), "day", today, "findings", "属实。"));
                        case "community-review" ->
                            intake.post(
                                    path + "/community-reviews",
                                    Map.of(
                                            "day",
                                            today,
                                            "place",
                                            "村委会",
                                            "present",
                                            9,
                                            "inFavour",
                                            9,
                                            "against",
                                            0,
                                            "abstained",
                                            0,
                                            "outcome",
                                            "同意。"));
                        default -> intake.paper(path + "/evidence", asked.asString(), SomePapers.photo(1));
                    };
            if (brought.status() != 201) {
                throw new AssertionError(brought.body());
            }
        }
    }

    public String reviewed(String programme, long fen) {
        String id = filed(programme, fen);
        papers(id);
        staff("reviewer").post("/api/v1/applications/" + id + "/reviews", Map.of("decision", "PASS", "note", ""));
        return id;
    }

    public String onNotice(String programme, long fen) {
        String id = reviewed(programme, fen);
        staff("reviewer").post("/api/v1/applications/" + id + "/notice", Map.of());
        return id;
    }

    /** An award's id. */
    public String awarded(String programme, long fen) {
        String id = onNotice(programme, fen);
        aWeekLater();
        return staff("approver")
                .post("/api/v1/applications/" + id + "/approval", Map.of("decision", "APPROVE", "note", ""))
                .text("/award");
    }

    public static Map<String, Object> cny(long fen) {
        return Map.of("value", fen, "currency", "CNY");
    }

    /** What came back. */
    public record Answer(int status, String body, String type, String cookie, String location) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String text(String pointer) {
            JsonNode node = json().at(pointer);
            if (node.isMissingNode()) {
                throw new AssertionError("no " + pointer + " in " + status + " " + body);
            }
            return node.asString();
        }
    }

    /** Somebody who sends requests. */
    public record Person(County county, String cookie, String csrf) {

        public Answer get(String path) {
            return send(path, "GET", null, "application/json", new byte[0]);
        }

        public Answer page(String path) {
            return send(path, "GET", null, "text/html", new byte[0]);
        }

        public Answer post(String path, Object body) {
            return post(path, UUID.randomUUID().toString(), JSON.writeValueAsString(body));
        }

        public Answer post(String path, String key, String json) {
            return send(
                    path, "POST", "application/json", "application/json", json.getBytes(StandardCharsets.UTF_8), key);
        }

        /** A form of a page, with a key of its own; the answer is a page. */
        public Answer submit(String path, Map<String, String> fields) {
            String form = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&", "idempotencyKey=" + UUID.randomUUID() + "&", ""));
            return send(
                    path,
                    "POST",
                    "application/x-www-form-urlencoded",
                    "text/html",
                    form.getBytes(StandardCharsets.UTF_8));
        }

        public Answer upload(String path, String content) {
            String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"result\"\r\n"
                    + "Content-Type: application/octet-stream\r\n\r\n" + content + "\r\n--b--\r\n";
            return send(
                    path,
                    "POST",
                    "multipart/form-data; boundary=b",
                    "application/json",
                    body.getBytes(StandardCharsets.UTF_8));
        }

        /** A file with its word, as the form of a case sends it too. */
        public Answer paper(String path, String paper, byte[] file) {
            return paper(path, "application/json", UUID.randomUUID().toString(), paper, "IMG_0001.jpg", file);
        }

        public Answer paper(String path, String accept, String key, String paper, String name, byte[] file) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            Map.of("paper", paper, "idempotencyKey", key)
                    .forEach((field, value) -> body.writeBytes(
                            ("--b\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")
                                    .getBytes(StandardCharsets.UTF_8)));
            body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                            + "Content-Type: text/html\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
            return send(path, "POST", "multipart/form-data; boundary=b", accept, body.toByteArray(), key);
        }

        public Answer send(String path, String method, String type, String accept, byte[] body, String... key) {
            try {
                HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(county.address() + path))
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                        .header("Accept", accept)
                        .header("Accept-Language", "zh-CN");
                if (type != null) {
                    request.header("Content-Type", type);
                }
                if (key.length > 0) {
                    request.header("Idempotency-Key", key[0]);
                }
                if (!cookie.isEmpty()) {
                    request.header("Cookie", cookie).header("X-CSRF-Token", csrf);
                }
                HttpResponse<String> answer =
                        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                return new Answer(
                        answer.statusCode(),
                        answer.body(),
                        answer.headers().firstValue("Content-Type").orElse(""),
                        answer.headers().firstValue("Set-Cookie").orElse(""),
                        answer.headers().firstValue("Location").orElse(""));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
