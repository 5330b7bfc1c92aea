package org.yici.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;
import org.yici.disbursement.award.Award;
import org.yici.disbursement.award.AwardId;
import org.yici.disbursement.award.Awards;
import org.yici.ledger.Ledger;
import org.yici.ledger.Money;
import org.yici.ledger.MoneyMoves;
import org.yici.platform.database.Transactions;
import org.yici.platform.outcome.Outcome;

/** A fund cannot spend what it does not have, nor the bank account. */
class MoneyFloorsTest {

    private static County county;

    @BeforeAll
    static void aPoorCounty() {
        county = County.start();
        county.give("poverty-relief", 100_000);
        county.give("daily-kindness", 50_000);
    }

    @Test
    void money_ends_and_the_last_fen_goes_to_one() {
        List<String> ids = Stream.of(140_000L, 10_000L, 10_000L)
                .map(fen -> county.onNotice("hardship", fen))
                .toList();
        String much = county.onNotice("medical", 150_001);
        county.aWeekLater();
        Person approver = county.staff("approver");
        Map<String, Object> approve = Map.of("decision", "APPROVE", "note", "同意");
        Answer tooMuch = approver.post("/api/v1/applications/" + much + "/approval", approve);
        assertThat(tooMuch.status()).isEqualTo(409);
        assertThat(tooMuch.text("/reason")).isEqualTo("fund-short");
        assertThat(approver.get("/api/v1/applications/" + much).text("/state")).isEqualTo("NOTICE_ENDED");

        Answer both = approver.post("/api/v1/applications/" + ids.get(0) + "/approval", approve);
        assertThat(both.status()).as(both.body()).isEqualTo(201);
        assertThat(county.balance("fund:poverty-relief")).isZero();
        assertThat(county.balance("fund:daily-kindness")).isEqualTo(10_000);

        List<CompletableFuture<Answer>> race = ids.subList(1, 3).stream()
                .map(id -> CompletableFuture.supplyAsync(
                        () -> approver.post("/api/v1/applications/" + id + "/approval", approve)))
                .toList();
        assertThat(race.stream()
                        .map(CompletableFuture::join)
                        .map(Answer::status)
                        .sorted())
                .containsExactly(201, 409);
        assertThat(county.balance("fund:daily-kindness")).isZero();
        theBankCannotPayWhatIsNotSettled(both.text("/award"));
    }

    private void theBankCannotPayWhatIsNotSettled(String award) {
        Person cashier = county.staff("cashier");
        String payout = "/api/v1/payouts/"
                + cashier.post("/api/v1/payouts", Map.of("awards", List.of(award)))
                        .text("/id");
        String endToEnd =
                cashier.get(payout + "/file?format=csv").body().split("\r\n")[1].split(",")[0];
        String file = "endToEndId,status\n" + endToEnd + ",PAID\n";
        Answer tooSoon = cashier.upload(payout + "/results", file);
        assertThat(tooSoon.status()).isEqualTo(409);
        assertThat(tooSoon.text("/reason")).isEqualTo("bank-short");
        county.settle(150_000);
        assertThat(cashier.upload(payout + "/results", file).status()).isEqualTo(200);
    }

    @Test
    void an_award_that_the_books_owe_less_is_neither_sent_nor_released() {
        County rich = County.shared();
        String id = rich.awarded("hardship", 700);
        Award award =
                rich.bean(Awards.class).find(new AwardId(UUID.fromString(id))).block();
        rich.bean(Transactions.class)
                .inOne(() -> rich.bean(Ledger.class)
                        .post(List.of(MoneyMoves.payoutSent(
                                "mistake/" + id,
                                rich.now(),
                                award.sequence(),
                                award.grant(),
                                award.kind(),
                                Money.ofFen(1))))
                        .map(Outcome::done))
                .block();
        Answer sent = rich.staff("cashier").post("/api/v1/payouts", Map.of("awards", List.of(id)));
        assertThat(sent.status()).as(sent.body()).isEqualTo(409);
        assertThat(sent.text("/reason")).isEqualTo("award-short");
        Answer released = rich.staff("approver").post("/api/v1/awards/" + id + "/release", Map.of("note", "搬走了。"));
        assertThat(released.status()).as(released.body()).isEqualTo(409);
        assertThat(released.text("/reason")).isEqualTo("award-short");
    }

    @Test
    void more_than_was_asked_or_than_the_cap_is_refused() {
        String id = county.onNotice("hardship", 600);
        county.aWeekLater();
        Answer more = county.staff("approver")
                .post(
                        "/api/v1/applications/" + id + "/approval",
                        Map.of("decision", "APPROVE", "amount", County.cny(601), "note", ""));
        assertThat(more.status()).isIn(409, 422);
        assertThat(more.text("/reason")).isIn("over-applied", "fund-short");
    }
}
