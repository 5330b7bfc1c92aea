package org.yici.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.engines.EnginesForTests;
import org.yici.platform.facts.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The site on a database and topics of its own. The broker is shared, so each takes the topics away that were there. */
final class RunningSite implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, String> engines;
    final ConfigurableApplicationContext context;
    final Published published;
    final String address;

    private RunningSite(Map<String, String> engines, Published published) {
        this.engines = engines;
        this.published = published;
        String[] settings = engines.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        String[] all = java.util.Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "--server.port=0";
        this.context = SiteApplication.app().run(all);
        this.address = "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    static RunningSite start() throws Exception {
        Map<String, String> engines = new HashMap<>(EnginesForTests.freshDatabase());
        String kafka = engines.get("yici.kafka");
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            List<String> there = admin.listTopics().names().get().stream()
                    .filter(List.of(Topics.LEDGER, Topics.FACTS, Topics.NOTICES)::contains)
                    .toList();
            admin.deleteTopics(there).all().get();
            while (admin.listTopics().names().get().contains(Topics.LEDGER)) {
                Thread.sleep(50);
            }
        }
        return new RunningSite(engines, new Published(kafka));
    }

    /** The same database and topics, after a stop. */
    RunningSite restart() {
        context.close();
        return new RunningSite(engines, published);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path).body());
    }

    /** Waits until everything that was published is applied. */
    void caughtUp() {
        published.flush();
        await(() -> json("/api/v1/summary").get("asOf").get("sequence").asLong() == published.sequence
                && number(Topics.FACTS) == published.facts
                && number(Topics.NOTICES) == published.notices);
    }

    long number(String topic) {
        return database()
                .sql("select number from site.position where topic = $1")
                .bind(0, topic)
                .map(row -> row.get("number", Long.class))
                .one()
                .block(PATIENCE);
    }

    DatabaseClient database() {
        return context.getBean(DatabaseClient.class);
    }

    void wipe() {
        database().sql("select site.wipe()").then().block(PATIENCE);
    }

    static void await(java.util.function.BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("patience").isBefore(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        context.close();
        published.close();
    }
}
