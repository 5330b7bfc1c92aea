package org.yici.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.engines.EnginesForTests;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@DisplayName("A transaction")
class TransactionsTest {

    private static final int CALLERS = 300;
    private static ConfigurableApplicationContext service;
    private static DatabaseClient database;
    private static Transactions transactions;

    @Configuration
    @EnableAutoConfiguration
    @Import(Transactions.class)
    static class Service {}

    @BeforeAll
    static void start() {
        service = ServiceApplication.of(Service.class, "transactions", List.of("platform"))
                .web(WebApplicationType.NONE)
                .run(Stream.concat(
                                Stream.of("--yici.database.role=yici_migrate"),
                                EnginesForTests.freshDatabase().entrySet().stream()
                                        .map(s -> "--" + s.getKey() + "=" + s.getValue()))
                        .toArray(String[]::new));
        database = service.getBean(DatabaseClient.class);
        transactions = service.getBean(Transactions.class);
        database.sql("create table platform.mark (n int primary key)").then().block();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName("is finished though its caller hangs up, and leaves no connection open behind it")
    void survivesItsCaller() {
        Flux.range(1, CALLERS)
                .flatMap(
                        n -> mark(n).take(Duration.ofMillis(
                                        ThreadLocalRandom.current().nextInt(6)))
                                .then(),
                        40)
                .then()
                .block();

        assertThat(eventually("select count(*) from platform.mark", CALLERS)).isEqualTo(CALLERS);
        assertThat(number("select count(*) from pg_stat_activity where state like 'idle in transaction%'"))
                .isZero();
    }

    @Test
    @DisplayName("leaves no trace of what was refused")
    void rollsBackARefusal() {
        transactions
                .inOne(() -> database.sql("insert into platform.mark values (-1)")
                        .then()
                        .thenReturn(Outcome.<Integer>refused(WebReason.NOT_FOUND)))
                .block();

        assertThat(number("select count(*) from platform.mark where n = -1")).isZero();
    }

    private static Mono<Outcome<Integer>> mark(int n) {
        return transactions.inOne(() -> database.sql("insert into platform.mark select $1 from pg_sleep(0.002)")
                .bind(0, n)
                .then()
                .thenReturn(Outcome.done(n)));
    }

    private static long eventually(String sql, long wanted) {
        for (int i = 0; i < 100 && number(sql) != wanted; i++) {
            Mono.delay(Duration.ofMillis(100)).block();
        }
        return number(sql);
    }

    private static long number(String sql) {
        return database.sql(sql).map(row -> row.get(0, Long.class)).one().block();
    }
}
