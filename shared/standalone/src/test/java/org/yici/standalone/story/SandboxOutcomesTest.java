package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a payment provider may do to a gift, and what the books make of it. */
@Order(3)
class SandboxOutcomesTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void paid_once_is_one_journal() {
        Gift gift = Gift.of(101).pay("PAID").await("PAID", SOON);
        var journal = Books.journal(gift.sequence());
        assertThat(journal.path("kind").asString()).isEqualTo("donation");
        assertThat(journal.path("entries").toString())
                .isEqualTo("[{\"account\":\"clearing:sandbox\",\"amount\":101},"
                        + "{\"account\":\"fund:daily-kindness\",\"amount\":-101}]");
        assertThat(donationsOf(101)).isEqualTo(1);
    }

    @Test
    void a_notice_that_comes_twice_is_one_journal() throws Exception {
        Gift.of(102).pay("TWICE").await("PAID", SOON);
        TimeUnit.SECONDS.sleep(1);
        assertThat(donationsOf(102)).isEqualTo(1);
    }

    @Test
    void a_hundred_payments_of_one_gift_are_one_journal() throws Exception {
        Gift gift = Gift.of(103);
        IntStream.range(0, 100).parallel().forEach(i -> {
            Answer answer = gift.giver().postWithoutKey("/pay/sandbox/" + gift.id(), "{\"outcome\": \"PAID\"}");
            assertThat(answer.status()).as(answer.body()).isIn(202, 409);
        });
        gift.await("PAID", SOON);
        TimeUnit.SECONDS.sleep(1);
        assertThat(donationsOf(103)).isEqualTo(1);
    }

    @Test
    void a_forged_notice_or_a_wrong_amount_moves_nothing() throws Exception {
        Gift forged = Gift.of(104).pay("FORGED");
        Gift wrong = Gift.of(105).pay("WRONG_AMOUNT");
        for (int second = 0; second < 8; second++) {
            TimeUnit.SECONDS.sleep(1);
            assertThat(forged.status()).isEqualTo("PENDING");
            assertThat(wrong.status()).isEqualTo("PENDING");
        }
        assertThat(donationsOf(104) + donationsOf(105)).isZero();
    }

    @Test
    void a_payment_without_any_notice_is_found_by_asking() {
        Gift gift = Gift.of(106).pay("SILENT").await("PAID", Duration.ofSeconds(15));
        Books.awaitPublished(gift.sequence());
        assertThat(donationsOf(106)).isEqualTo(1);
    }

    @Test
    void a_payment_that_comes_after_the_gift_was_closed_is_kept() {
        Gift gift = Gift.of(107).pay("LATE").await("CLOSED", Duration.ofSeconds(3));
        gift.await("PAID", Duration.ofSeconds(10));
        Books.awaitPublished(gift.sequence());
        assertThat(donationsOf(107)).isEqualTo(1);
    }

    @Test
    void a_failed_payment_closes_the_gift() {
        Gift.of(108).pay("FAILED").await("CLOSED", SOON);
        assertThat(donationsOf(108)).isZero();
    }

    /** Journals of gifts of just this amount; each test gives its own. */
    private static long donationsOf(long fen) {
        return Books.journals().stream()
                .filter(journal -> journal.path("kind").asString().equals("donation"))
                .filter(journal -> journal.path("entries").toString().contains("\"amount\":" + fen + "}"))
                .count();
    }
}
