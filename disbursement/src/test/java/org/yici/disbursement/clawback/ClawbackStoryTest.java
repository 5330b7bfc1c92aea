package org.yici.disbursement.clawback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.disbursement.County;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;
import org.yici.disbursement.Helped;
import org.yici.ledger.Ledger;
import org.yici.platform.clock.ProgramClock;

@DisplayName("Money that was misused comes back")
class ClawbackStoryTest {

    private static County county;

    @BeforeAll
    static void aCountyOfItsOwn() {
        county = County.start();
        county.give("daily-kindness", 60_000);
        county.give("poverty-relief", 10_000_000);
        county.settle(10_060_000);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(county.now(), ProgramClock.CHINA);
    }

    private static String in(int days) {
        return today().plusDays(days).toString();
    }

    private static Answer noticed(Helped helped, String ground) {
        return helped.post(
                "reviewer",
                "clawbacks",
                Map.of("ground", ground, "note", "学费没有交，钱买了手机。请在限期内交学费。", "correctBy", in(10)));
    }

    private static Answer demanded(Helped helped, String who, long fen) {
        return helped.post(
                who, "clawback/demand", Map.of("amount", County.cny(fen), "returnBy", in(30), "note", "逾期没有改正，解除协议。"));
    }

    private static Answer received(Helped helped, long fen, String reference) {
        return helped.post("cashier", "clawback/parts", part(fen, reference));
    }

    private static Map<String, Object> part(long fen, String reference) {
        return Map.of("amount", County.cny(fen), "receivedOn", today().toString(), "reference", reference);
    }

    private static Helped falsePapers(long fen) {
        Helped helped = Helped.by(county, "medical", fen);
        assertThat(noticed(helped, "FALSE_PAPERS").status()).isEqualTo(201);
        return helped;
    }

    private static String fresh() {
        return UUID.randomUUID().toString().substring(0, 20);
    }

    @Test
    @DisplayName("From the notice to the last fen: each part goes back to the funds that had given, by four people")
    void fromTheNoticeToTheLastFen() {
        Helped helped = Helped.by(county, "schooling", 80_000);
        assertThat(county.balance("fund:daily-kindness")).isZero();
        long relief = county.balance("fund:poverty-relief");
        long bank = county.balance("bank:main");

        Answer opened = noticed(helped, "MISUSED");
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        assertThat(opened.text("/state")).isEqualTo("NOTICED");
        assertThat(noticed(helped, "MISUSED").text("/reason")).isEqualTo("clawback-open");
        Answer early = demanded(helped, "approver", 80_000);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("/reason")).isEqualTo("correction-running");
        assertThat(received(helped, 1, fresh()).text("/reason")).isEqualTo("clawback-step-not-open");

        county.anybody().post("/sandbox/clock", Map.of("advance", "P11D"));
        Answer tooMuch = demanded(helped, "approver", 80_001);
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.text("/reason")).isEqualTo("over-paid");
        assertThat(demanded(helped, "approver", 80_000).text("/state")).isEqualTo("DEMANDED");

        String first = fresh();
        Answer some = received(helped, 30_001, first);
        assertThat(some.status()).as(some.body()).isEqualTo(201);
        assertThat(some.text("/state")).isEqualTo("RETURNING");
        // 60,000 of daily-kindness and 20,000 of poverty-relief: three quarters and one, the odd fen to the first.
        assertThat(county.balance("fund:daily-kindness")).isEqualTo(22_501);
        assertThat(county.balance("fund:poverty-relief")).isEqualTo(relief + 7_500);
        assertThat(county.balance("bank:main")).isEqualTo(bank + 30_001);
        assertThat(received(helped, 30_001, first).text("/reason")).isEqualTo("part-booked");
        assertThat(received(helped, 50_000, fresh()).text("/reason")).isEqualTo("over-demanded");
        assertThat(helped.one("select state from disbursement.award where id = $1"))
                .isEqualTo("PAID");

        Answer rest = received(helped, 49_999, fresh());
        assertThat(rest.text("/state")).isEqualTo("RETURNED");
        assertThat(county.balance("fund:daily-kindness")).isEqualTo(60_000);
        assertThat(county.balance("fund:poverty-relief")).isEqualTo(relief + 20_000);
        assertThat(helped.one("select state from disbursement.award where id = $1"))
                .isEqualTo("RELEASED");
        assertThat(factsAbout(helped)).containsExactly("award-made", "grant-paid", "grant-unpaid");
        Answer list = helped.get("auditor", "clawbacks");
        assertThat(list.json().at("/items/0/parts").size()).isEqualTo(2);
        assertThat(list.json().at("/items/0/history").size()).isEqualTo(4);
        assertThat(county.bean(Ledger.class)
                        .traceOfAward(Long.parseLong(
                                helped.one("select sequence::text from disbursement.award where id = $1")))
                        .block()
                        .gifts())
                .isEmpty();
        assertThat(noticed(helped, "MISUSED").text("/reason")).isEqualTo("not-with-household");
        assertThat(helped.post("intake", "confirmation", Map.of("method", "SIGNATURE"))
                        .text("/reason"))
                .isEqualTo("not-with-household");
        assertThat(county.staff("intake").page("/staff").body()).doesNotContain(helped.application());
    }

    private static List<String> factsAbout(Helped helped) {
        return county.bean(DatabaseClient.class)
                .sql("select type from platform.outbox where key = $1 order by number")
                .bind(0, "grant:" + helped.grant())
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }

    @Test
    @DisplayName("A household that puts it right is asked for nothing")
    void corrected() {
        Helped helped = Helped.by(county, "medical", 1_000);
        assertThat(noticed(helped, "MISUSED").status()).isEqualTo(201);
        Answer right = helped.post("reviewer", "clawback/correction", Map.of("note", "学费已交，见收据。"));
        assertThat(right.text("/state")).isEqualTo("CORRECTED");
        assertThat(demanded(helped, "approver", 1).text("/reason")).isEqualTo("no-clawback");
        assertThat(noticed(helped, "MISUSED").status())
                .as("it may happen again")
                .isEqualTo(201);
    }

    @Test
    @DisplayName("Four eyes: who opened it does not demand, who demanded does neither receive nor let go")
    void fourEyes() {
        Helped helped = Helped.by(county, "medical", 1_000);
        Map<String, Object> notice = Map.of("ground", "FALSE_PAPERS", "note", "病历是假的。", "correctBy", in(1));
        assertThat(helped.post("cashier", "clawbacks", notice).text("/reason")).isEqualTo("role");
        assertThat(helped.post("deputy", "clawbacks", notice).status()).isEqualTo(201);
        assertThat(demanded(helped, "deputy", 1_000).text("/reason")).isEqualTo("same-person");
        assertThat(demanded(helped, "intake", 1_000).text("/reason")).isEqualTo("role");
        assertThat(demanded(helped, "approver", 1_000).status()).isEqualTo(201);
        Answer waivedBySame = helped.post("approver", "clawback/waiver", Map.of("note", "家里确实困难。"));
        assertThat(waivedBySame.text("/reason")).isEqualTo("same-person");
        assertThat(received(helped, 400, fresh()).text("/state")).isEqualTo("RETURNING");
        Answer waived = helped.post("deputy", "clawback/waiver", Map.of("note", "家里确实困难，其余免还。"));
        assertThat(waived.text("/state")).isEqualTo("WAIVED");
        assertThat(received(helped, 600, fresh()).text("/reason")).isEqualTo("no-clawback");
    }

    @Test
    @DisplayName("Ten cashiers book one payment at once: it is booked once")
    void onePaymentOnce() {
        Helped helped = falsePapers(9_000);
        assertThat(demanded(helped, "approver", 9_000).status()).isEqualTo(201);
        long bank = county.balance("bank:main");
        Person cashier = county.staff("cashier");
        String reference = fresh();
        List<Integer> answers = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> cashier.post(helped.path("clawback/parts"), part(2_000, reference))))
                .map(CompletableFuture::join)
                .map(Answer::status)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(201, 409, 409, 409, 409, 409, 409, 409, 409, 409);
        assertThat(county.balance("bank:main")).isEqualTo(bank + 2_000);
    }

    @Test
    @DisplayName("One payment of the bank cannot be booked for two grants")
    void onePaymentOneGrant() {
        Helped one = falsePapers(1_000);
        Helped other = falsePapers(1_000);
        assertThat(demanded(one, "approver", 1_000).status()).isEqualTo(201);
        assertThat(demanded(other, "approver", 1_000).status()).isEqualTo(201);
        String reference = fresh();
        assertThat(received(one, 1_000, reference).status()).isEqualTo(201);
        assertThat(received(other, 1_000, reference).text("/reason")).isEqualTo("part-booked");
    }

    @Test
    @DisplayName("Payments of several cashiers at once never bring more than was asked")
    void neverMoreThanAsked() {
        Helped helped = falsePapers(5_000);
        assertThat(demanded(helped, "approver", 5_000).status()).isEqualTo(201);
        Person cashier = county.staff("cashier");
        long came = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> cashier.post(helped.path("clawback/parts"), part(1_500, fresh()))))
                .map(CompletableFuture::join)
                .filter(answer -> answer.status() == 201)
                .count();
        assertThat(came).isEqualTo(3);
        assertThat(helped.one("select returned::text from disbursement.award where id = $1"))
                .isEqualTo("4500");
    }

    @Test
    @DisplayName("What the household gave back in part, the bank cannot send back as a whole")
    void notTwice() {
        Helped helped = falsePapers(2_000);
        assertThat(demanded(helped, "approver", 500).status()).isEqualTo(201);
        assertThat(received(helped, 500, fresh()).text("/state")).isEqualTo("RETURNED");
        Answer back = helped.bankSays("RETURNED");
        assertThat(back.status()).as(back.body()).isEqualTo(409);
        assertThat(back.text("/reason")).isEqualTo("given-back");
    }

    @Test
    @DisplayName("Every field is checked, and what is wrong is named")
    void fields() {
        Helped helped = Helped.by(county, "medical", 1_000);
        Answer wrong = helped.post(
                "reviewer", "clawbacks", Map.of("ground", "ANGER", "note", " ", "correctBy", today().toString()));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().at("/errors").size()).isEqualTo(3);
        assertThat(noticed(helped, "FALSE_PAPERS").status()).isEqualTo(201);
        assertThat(demanded(helped, "approver", 1_000).status()).isEqualTo(201);
        Answer part = helped.post(
                "cashier",
                "clawback/parts",
                Map.of("amount", County.cny(1), "receivedOn", in(1), "reference", "x'; drop table"));
        assertThat(part.json().at("/errors").size()).isEqualTo(2);
        assertThat(wrong.body()).contains("要在明天和一年之间");
    }

    @Test
    @DisplayName("The database keeps what was demanded, and one demand a grant")
    void theDatabaseKeepsIt() {
        Helped helped = falsePapers(1_000);
        DatabaseClient database = county.bean(DatabaseClient.class);
        for (String sql : List.of(
                "update disbursement.clawback set state = 'RETURNED' where award = '%s'",
                "update disbursement.clawback set demanded_by = opened_by, amount = 1, return_by = '2099-01-01',"
                        + " state = 'DEMANDED' where award = '%s'",
                "insert into disbursement.clawback (id, award, ground, state, correct_by, opened_by, opened_at)"
                        + " values (gen_random_uuid(), '%s', 'MISUSED', 'NOTICED', '2099-01-01', 'x', now())",
                "delete from disbursement.clawback where award = '%s'",
                "update disbursement.award set returned = amount + 1 where id = '%s'")) {
            assertThatThrownBy(() -> database.sql(sql.formatted(helped.award()))
                            .fetch()
                            .rowsUpdated()
                            .block())
                    .as(sql)
                    .isInstanceOf(RuntimeException.class);
        }
    }
}
