package org.yici.platform.staff;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.engines.EnginesForTests;
import org.yici.platform.database.ServiceApplication;
import reactor.core.publisher.Mono;

/** A service with a staff page, a staff interface and an open one, on real PostgreSQL: what every service gets. */
final class TinyService implements AutoCloseable {
    private final Map<String, String> engines;
    private final ConfigurableApplicationContext context;

    private TinyService(Map<String, String> engines, ConfigurableApplicationContext context) {
        this.engines = engines;
        this.context = context;
    }

    static TinyService start(String... settings) {
        return startOn(EnginesForTests.freshDatabase(), settings);
    }

    static TinyService startOn(Map<String, String> engines, String... settings) {
        Map<String, String> arguments = new LinkedHashMap<>(engines);
        arguments.put("server.port", "0");
        arguments.put("yici.database.role", "yici_disbursement");
        arguments.put("yici.database.schema", "staff");
        arguments.put("yici.staff-sign-in", "true");
        for (String setting : settings) {
            arguments.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        return new TinyService(
                engines,
                ServiceApplication.of(App.class, "tiny", List.of("platform", "staff"))
                        .run(arguments.entrySet().stream()
                                .map(argument -> "--" + argument.getKey() + "=" + argument.getValue())
                                .toArray(String[]::new)));
    }

    Map<String, String> engines() {
        return engines;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    WebTestClient client() {
        return WebTestClient.bindToServer().baseUrl(address()).build();
    }

    String address() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Signs in by program and remembers the session. */
    Session signIn(String username) {
        var answer =
                signInAnswer(username, DemoStaff.PASSWORD).expectStatus().isOk().returnResult(Map.class);
        Map<?, ?> body = answer.getResponseBody().blockFirst();
        Map<?, ?> csrf = (Map<?, ?>) body.get("csrf");
        return new Session(
                answer.getResponseCookies()
                        .toSingleValueMap()
                        .values()
                        .iterator()
                        .next()
                        .getValue(),
                csrf.get("token").toString());
    }

    WebTestClient.ResponseSpec signInAnswer(String username, String password) {
        return client().post()
                .uri("/api/v1/staff/session")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("username", username, "password", password))
                .exchange();
    }

    /** What only the owner of the schema may do: tests move a session's times, disable an account. */
    String asOwner(String sql) throws SQLException {
        return asRole("yici_migrate", sql);
    }

    /** The first column of the first row, or the empty string where there is none. */
    String asRole(String role, String sql) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {engines.get("yici.database.host")});
        source.setPortNumbers(new int[] {Integer.parseInt(engines.get("yici.database.port"))});
        source.setDatabaseName(engines.get("yici.database.name"));
        source.setUser(role);
        source.setPassword(engines.get("yici.database.password-of." + role));
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            var result = statement.getResultSet();
            return rows && result.next() ? String.valueOf(result.getString(1)) : "";
        }
    }

    @Override
    public void close() {
        context.close();
    }

    record Session(String cookie, String csrf) {}

    @SpringBootApplication(
            scanBasePackages = {
                "org.yici.platform.staff",
                "org.yici.platform.web",
                "org.yici.platform.database",
                "org.yici.platform.clock"
            })
    static class App {}

    @RestController
    static class Rooms {
        @GetMapping({"/staff", "/staff/{room}", "/api/v1/households"})
        String staff(StaffMember member) {
            return "for " + member.username();
        }

        @PostMapping("/api/v1/households")
        String register(StaffMember member) {
            return "registered by " + member.username();
        }

        @PostMapping("/staff/upload")
        Mono<String> upload(ServerWebExchange exchange) {
            return exchange.getMultipartData()
                    .map(MultiValueMap<String, Part>::size)
                    .map(parts -> parts + " parts");
        }

        @PostMapping("/staff/form")
        Mono<String> form(ServerWebExchange exchange) {
            return exchange.getFormData().map(form -> "said " + form.getFirst("words"));
        }

        @GetMapping({"/c/daily-kindness", "/api/v1/notices/N1"})
        String open() {
            return "for everybody";
        }

        @PostMapping({"/give", "/api/v1/notices/{notice}/objections", "/notices/{notice}/objections"})
        String give() {
            return "thank you";
        }

        /** Open by its path, staff by its argument. */
        @PostMapping("/api/v1/campaigns")
        String campaign(StaffMember member) {
            return "opened by " + member.username();
        }
    }

    @Controller
    static class Pages {
        @GetMapping({"/staff/page", "/open/page"})
        String page() {
            return "tiny/form";
        }
    }
}
