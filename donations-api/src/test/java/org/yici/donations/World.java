package org.yici.donations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.yici.donations.campaign.Campaign;
import org.yici.donations.campaign.CampaignState;
import org.yici.donations.campaign.OpenCampaign;
import org.yici.donations.donation.CreatedDonation;
import org.yici.donations.donation.Donor;
import org.yici.donations.donation.Giving;
import org.yici.donations.donation.NewDonation;
import org.yici.donations.payment.Confirming;
import org.yici.donations.payment.PaidNotice;
import org.yici.engines.EnginesForTests;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;
import org.yici.platform.facts.Fact.Chip;
import org.yici.platform.facts.Fact.Words;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.staff.Role;
import org.yici.platform.staff.SessionToken;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import reactor.core.publisher.Mono;

/** The small world of these tests: the real service on real engines, one open campaign, and helping hands. */
public final class World {

    public static final Duration PATIENCE = Duration.ofSeconds(20);
    private static @Nullable World only;

    private final ConfigurableApplicationContext service;
    private final int port;
    private final Map<String, String> engines;

    private World(String... more) {
        port = freePort();
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--yici.front=http://127.0.0.1:" + port,
                "--yici.public-url=http://localhost:8080",
                "--yici.keys="
                        + Path.of("target", "keys-" + ProcessHandle.current().pid() + ".json")
                                .toAbsolutePath()));
        settings.addAll(List.of(more));
        engines = EnginesForTests.freshDatabase();
        engines.forEach((name, value) -> settings.add("--" + name + "=" + value));
        // It ends with the JVM: one that is closed while its engines go may wait half a minute for the broker.
        service = DonationsApplication.app().registerShutdownHook(false).run(settings.toArray(String[]::new));
        done(bean(OpenCampaign.class).fileAndOpen(kindness("daily-kindness")));
    }

    public static synchronized World world() {
        if (only == null) {
            only = new World();
        }
        return only;
    }

    /**
     * Another one, with settings of its own and few connections. None is ended before the tests are: a context that ends takes
     * the web server's threads of all others with it.
     */
    public static World with(String... settings) {
        List<String> all =
                new ArrayList<>(List.of("--spring.r2dbc.pool.initial-size=1", "--spring.r2dbc.pool.max-size=6"));
        all.addAll(List.of(settings));
        return new World(all.toArray(String[]::new));
    }

    public <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return service.getBean(name, type);
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public WebTestClient web() {
        return WebTestClient.bindToServer()
                .baseUrl(address())
                .responseTimeout(PATIENCE)
                .build();
    }

    /** A lawful campaign that feeds the fund of its own code. */
    public static Campaign kindness(String code) {
        return new Campaign(
                CampaignCode.of(code),
                new Campaign.Fund(FundCode.of(code), new Words("日行一慈", "Daily kindness")),
                CampaignState.FILED,
                new Words("日行一慈，微爱乾行", "A kindness a day"),
                new Words("每天一元，帮孩子读完这一学期。", "One yuan a day keeps a child in school."),
                new Words("车票、早餐和练习本没有免。\n一块钱是一顿热早餐。", "Fares are not free.\nOne yuan is a hot breakfast."),
                List.of(
                        new Chip(100, new Words("一顿热早餐", "a hot breakfast")),
                        new Chip(600, new Words("一套练习本", "exercise books")),
                        new Chip(2000, new Words("一周的校车", "a week of bus fares")),
                        new Chip(10000, new Words("一学期的书本费", "a term’s books"))),
                Money.ofFen(5_000_000),
                "53220000MJY417A18001",
                "慈募证字 2200-0417 号",
                new Words("乾河县慈善总会", "Qianhe County Charity Federation"),
                "高远",
                "0430-000 0000",
                new Words("转入目的相近的助学项目，并公布", "goes to a similar schooling project, published"),
                "https://example.org/platform",
                Instant.parse("2018-01-01T00:00:00Z"),
                null);
    }

    public static NewDonation gift(String campaign, long fen) {
        return new NewDonation(
                CampaignCode.of(campaign),
                Money.ofFen(fen),
                "sandbox",
                "village-shop",
                null,
                new Donor.Anonymous(null));
    }

    /** A gift that waits for its payment. */
    public CreatedDonation pending(long fen) {
        return done(bean(Giving.class).create(gift("daily-kindness", fen), key(), new byte[] {1}));
    }

    public static PaidNotice paid(CreatedDonation created) {
        return new PaidNotice(created.id(), "sandbox", created.content().amount(), "sandbox-" + created.id());
    }

    /** A gift in the books; its sequence. */
    public long booked(CreatedDonation created) {
        return done(bean(Confirming.class).confirm(paid(created))).sequence();
    }

    public long sequenceOf(CreatedDonation created) {
        return number("select sequence from donations.donation where id = '" + created.id() + "'");
    }

    public long journalsOf(CreatedDonation created) {
        return number("select count(*) from ledger.journals where key = 'donation/" + created.id() + "'");
    }

    public long number(String sql) {
        return bean(DatabaseClient.class)
                .sql(sql)
                .map(row -> ((Number) row.get(0)).longValue())
                .one()
                .block(PATIENCE);
    }

    /** The first column of the one row; empty when there is none. */
    public Optional<String> text(String sql) {
        return bean(DatabaseClient.class)
                .sql(sql)
                .map(row -> String.valueOf(row.get(0)))
                .one()
                .blockOptional(PATIENCE);
    }

    /** Looks again until it is so, and gives the time that it took. */
    public Duration until(String status, CreatedDonation created) {
        Instant start = Instant.now();
        while (!status(created).equals(status)) {
            if (Duration.between(start, Instant.now()).compareTo(PATIENCE) > 0) {
                throw new AssertionError("still " + status(created) + ", not " + status);
            }
            pause(50);
        }
        return Duration.between(start, Instant.now());
    }

    public String status(CreatedDonation created) {
        Map<?, ?> answer = web().get()
                .uri(
                        "/api/v1/donations/{id}?token={token}",
                        created.id(),
                        created.token().value())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(answer.get("status"));
    }

    public void play(CreatedDonation created, String outcome) {
        web().post()
                .uri("/pay/sandbox/{id}", created.id())
                .header("Content-Type", "application/json")
                .bodyValue("{\"outcome\":\"" + outcome + "\"}")
                .exchange()
                .expectStatus()
                .isAccepted();
    }

    /** A session of a demo person. This service opens none itself, so the owner of the tables does. */
    public SessionToken signIn(StaffMember member) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        SessionToken token =
                new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        try (Connection owner = asOwner();
                PreparedStatement account =
                        owner.prepareStatement("select staff.add_demo_account(?, ?, '{none}none', ?)");
                PreparedStatement session = owner.prepareStatement("select staff.open_session(?, ?)")) {
            account.setString(1, member.username());
            account.setString(2, member.name());
            account.setArray(
                    3,
                    owner.createArrayOf(
                            "text", member.roles().stream().map(Role::word).toArray()));
            account.execute();
            session.setString(1, member.username());
            session.setBytes(2, sha256(token.value()));
            session.execute();
            return token;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection of the role that owns the tables. */
    public Connection asOwner() throws SQLException {
        String url = "jdbc:postgresql://%s:%s/%s"
                .formatted(
                        engines.get("yici.database.host"),
                        engines.get("yici.database.port"),
                        engines.get("yici.database.name"));
        return DriverManager.getConnection(url, "yici_migrate", engines.get("yici.database.password-of.yici_migrate"));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static IdempotencyKey key() {
        return IdempotencyKey.of(UUID.randomUUID().toString());
    }

    public static <T> T done(Mono<Outcome<T>> asked) {
        Outcome<T> outcome = asked.block(PATIENCE);
        return outcome.fold(value -> value, refusal -> {
            throw new AssertionError("refused: " + refusal.reason().word());
        });
    }

    /** The word of the refusal; fails when it was done. */
    public static <T> String refusal(Mono<Outcome<T>> asked) {
        Outcome<T> outcome = asked.block(PATIENCE);
        return outcome.fold(
                value -> {
                    throw new AssertionError("done: " + value);
                },
                refusal -> refusal.reason().word());
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
