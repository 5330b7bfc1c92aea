package org.yici.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;

@DisplayName("Two approvers at once")
class ApprovalRaceTest {

    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE", "note", "同意");

    private static CompletableFuture<Answer> approve(Person approver, String id) {
        return CompletableFuture.supplyAsync(() -> approver.post("/api/v1/applications/" + id + "/approval", APPROVE));
    }

    private static long funds(County county) {
        return county.balance("fund:poverty-relief") + county.balance("fund:daily-kindness");
    }

    private static long awards(County county, String application) {
        return county.bean(DatabaseClient.class)
                .sql("select count(*) from disbursement.award where application::text = $1")
                .bind(0, application)
                .map(row -> row.get(0, Long.class))
                .one()
                .block(Duration.ofSeconds(10));
    }

    @Test
    @DisplayName("make one award of one application however often they press, and every other hears that it is done")
    void oneAward() {
        County county = County.shared();
        String id = county.onNotice("hardship", 31_000);
        county.aWeekLater();
        long before = funds(county);
        List<Person> approvers = List.of(county.staff("approver"), county.staff("deputy"));
        List<Answer> answers = IntStream.range(0, 20).mapToObj(i -> approve(approvers.get(i % 2), id)).toList().stream()
                .map(CompletableFuture::join)
                .toList();
        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() != 201).toList();
        assertThat(refused).hasSize(19).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body()).isEqualTo(409);
            assertThat(answer.text("/reason")).isIn("step-not-open", "still-running");
        });
        assertThat(awards(county, id)).isEqualTo(1);
        assertThat(funds(county)).isEqualTo(before - 31_000);
    }

    @Test
    @DisplayName("race for the last fen of the funds: one has it, the other is told, and no balance falls below zero")
    void theLastFen() {
        County poor = County.start();
        poor.give("poverty-relief", 10_001);
        List<String> ids = List.of(poor.onNotice("hardship", 10_001), poor.onNotice("hardship", 10_001));
        poor.aWeekLater();
        CompletableFuture<Answer> one = approve(poor.staff("approver"), ids.get(0));
        CompletableFuture<Answer> other = approve(poor.staff("deputy"), ids.get(1));
        List<Answer> answers = List.of(one.join(), other.join());
        assertThat(answers.stream().map(Answer::status).sorted()).containsExactly(201, 409);
        Answer told = answers.get(answers.get(0).status() == 409 ? 0 : 1);
        assertThat(told.text("/reason")).isEqualTo("fund-short");
        assertThat(told.text("/detail")).contains("0.00");
        assertThat(poor.balance("fund:poverty-relief")).isZero();
        assertThat(poor.balance("fund:daily-kindness")).isZero();
    }
}
