package org.yici.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.ledger.AccountCode.BANK_MAIN;
import static org.yici.ledger.AccountCode.fund;
import static org.yici.ledger.AccountCode.payableAward;
import static org.yici.ledger.SmallWorld.CAMPAIGN;
import static org.yici.ledger.SmallWorld.DAILY_KINDNESS;
import static org.yici.ledger.SmallWorld.GRANT;
import static org.yici.ledger.SmallWorld.NOON;
import static org.yici.ledger.SmallWorld.POVERTY_RELIEF;
import static org.yici.ledger.SmallWorld.award;
import static org.yici.ledger.SmallWorld.fen;
import static org.yici.ledger.SmallWorld.gift;
import static org.yici.ledger.SmallWorld.number;
import static org.yici.ledger.SmallWorld.post;
import static org.yici.ledger.SmallWorld.postAll;
import static org.yici.ledger.SmallWorld.refund;
import static org.yici.ledger.SmallWorld.release;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yici.ledger.Posting.Already;
import org.yici.ledger.Posting.Posted;
import org.yici.ledger.Posting.Refused;

class PostingTest {

    private static final Books books = new Books();

    @Test
    void aGiftIsTheFundsAtOnce() {
        books.tryOut(ledger -> {
            assertThat(post(ledger, gift("a", 1000))).isEqualTo(new Posted(1, NOON));
            assertThat(ledger.balance(fund(POVERTY_RELIEF)).block()).isEqualTo(fen(1000));
            assertThat(ledger.balance(AccountCode.clearing("sandbox")).block()).isEqualTo(fen(1000));
        });
    }

    @Test
    void theSameKeyAndContentIsTheSameJournalEvenLaterAndUnderAnotherSalt() {
        books.tryOut(ledger -> {
            long first = number(ledger, gift("a", 1000));
            Journal again = MoneyMoves.giftReceived(
                    "donation/a", NOON.plusSeconds(60), "sandbox", POVERTY_RELIEF, CAMPAIGN, fen(1000));
            assertThat(post(ledger, again)).isEqualTo(new Already(first, NOON));
            assertThat(ledger.balance(fund(POVERTY_RELIEF)).block()).isEqualTo(fen(1000));
        });
    }

    @Test
    void theSameKeyTwiceInOneCallIsPostedOnce() {
        books.tryOut(ledger -> assertThat(postAll(ledger, gift("a", 1000), gift("b", 1), gift("a", 1000), gift("c", 2)))
                .containsExactly(new Posted(1, NOON), new Posted(2, NOON), new Already(1, NOON), new Posted(3, NOON)));
    }

    @Test
    void theSameKeyWithOtherContentIsRefused() {
        books.tryOut(ledger -> assertThat(postAll(ledger, gift("a", 1000), gift("a", 1001)))
                .last()
                .isEqualTo(new Refused(PostingReason.KEY_CONFLICT, null)));
    }

    @Test
    void oneBadJournalIsRefusedAloneAndBurnsNoNumber() {
        books.tryOut(ledger -> {
            List<Posting> postings =
                    postAll(ledger, gift("a", 1000), gift("b", 1), award(GRANT, 5000), gift("c", 1), gift("d", 1));
            assertThat(postings)
                    .containsExactly(
                            new Posted(1, NOON),
                            new Posted(2, NOON),
                            new Refused(PostingReason.FLOOR, fund(POVERTY_RELIEF)),
                            new Posted(3, NOON),
                            new Posted(4, NOON));
        });
    }

    @Test
    void timeNeverFallsAlongTheSequence() {
        books.tryOut(ledger -> {
            Journal late = MoneyMoves.giftReceived(
                    "donation/late", NOON.plusSeconds(1), "sandbox", POVERTY_RELIEF, CAMPAIGN, fen(1));
            assertThat(postAll(ledger, late, gift("early", 1)))
                    .containsExactly(new Posted(1, NOON.plusSeconds(1)), new Posted(2, NOON.plusSeconds(1)));
            assertThat(post(
                            ledger,
                            MoneyMoves.settlement("settlement/1", NOON.minus(Duration.ofDays(1)), "sandbox", fen(2))))
                    .isEqualTo(new Posted(3, NOON.plusSeconds(1)));
        });
    }

    @Test
    void aGrantIsPaidFromTwoFundsAndNobodyElsesMoney() {
        books.tryOut(ledger -> {
            number(ledger, gift("a", 300));
            number(ledger, gift("b", DAILY_KINDNESS, 300));
            number(ledger, MoneyMoves.settlement("settlement/1", NOON, "sandbox", fen(600)));
            Map<FundCode, Money> shares = Map.of(POVERTY_RELIEF, fen(200), DAILY_KINDNESS, fen(300));
            long award = number(ledger, MoneyMoves.awardCommitted("award/1", NOON, GRANT, AidKind.MEDICAL, shares));
            assertThat(ledger.balance(payableAward(GRANT)).block()).isEqualTo(fen(500));
            assertThat(post(ledger, MoneyMoves.payoutSent("payout/x", NOON, award, GRANT, AidKind.MEDICAL, fen(501))))
                    .isEqualTo(new Refused(PostingReason.FLOOR, payableAward(GRANT)));
            long payout =
                    number(ledger, MoneyMoves.payoutSent("payout/1", NOON, award, GRANT, AidKind.MEDICAL, fen(500)));
            number(
                    ledger,
                    MoneyMoves.payoutReturned("payout/1/returned", NOON, payout, GRANT, AidKind.MEDICAL, fen(500)));
            long second =
                    number(ledger, MoneyMoves.payoutSent("payout/2", NOON, award, GRANT, AidKind.MEDICAL, fen(500)));
            number(ledger, MoneyMoves.payoutConfirmed("payout/2/paid", NOON, second, GRANT, AidKind.MEDICAL, fen(500)));
            assertThat(ledger.balance(BANK_MAIN).block()).isEqualTo(fen(100));
            assertThat(ledger.balance(payableAward(GRANT)).block()).isEqualTo(Money.ZERO);
        });
    }

    @Test
    void onlyUnspentFenOfTheGiftItselfAreRefunded() {
        books.tryOut(ledger -> {
            long first = number(ledger, gift("a", 100));
            long second = number(ledger, gift("b", 100));
            number(ledger, award(GRANT, 150));
            Refused spent = new Refused(PostingReason.SPENT, fund(POVERTY_RELIEF));
            assertThat(post(ledger, refund("1", first, 1))).isEqualTo(spent);
            assertThat(post(ledger, refund("2", second, 51))).isEqualTo(spent);
            number(ledger, refund("3", second, 20));
            assertThat(post(ledger, refund("4", second, 31))).isEqualTo(spent);
            number(ledger, refund("5", second, 30));
            assertThat(post(ledger, refund("6", second, 1))).isEqualTo(spent);
            assertThat(post(ledger, refund("7", 99, 1))).isEqualTo(new Refused(PostingReason.UNKNOWN_ORIGIN, null));
        });
    }

    @Test
    void whatCouldBeRefundedIsKnownBeforeItIsRefused() {
        books.tryOut(ledger -> {
            long first = number(ledger, gift("a", 100));
            long second = number(ledger, gift("b", 100));
            assertThat(ledger.refundable(second).block()).isEqualTo(fen(100));
            long award = number(ledger, award(GRANT, 150));
            assertThat(ledger.refundable(first).block()).isEqualTo(Money.ZERO);
            assertThat(ledger.refundable(second).block()).isEqualTo(fen(50));
            number(ledger, refund("1", second, 20));
            assertThat(ledger.refundable(second).block()).isEqualTo(fen(30));
            number(ledger, release("1", award, GRANT, 150));
            assertThat(ledger.refundable(first).block())
                    .as("what came back lies behind others")
                    .isEqualTo(Money.ZERO);
            assertThat(ledger.refundable(award).block()).as("no gift").isEqualTo(Money.ZERO);
        });
    }

    @Test
    void anAwardReleasesNoMoreThanItTook() {
        books.tryOut(ledger -> {
            number(ledger, gift("a", 100));
            long award = number(ledger, award(GRANT, 60));
            number(ledger, release("1", award, GRANT, 40));
            assertThat(post(ledger, release("2", award, GRANT, 21)))
                    .isEqualTo(new Refused(PostingReason.OVER_RELEASED, fund(POVERTY_RELIEF)));
            assertThat(ledger.balance(fund(POVERTY_RELIEF)).block()).isEqualTo(fen(80));
        });
    }

    @Test
    void aStatementMovesNothingAndKeepsItsPrivatePartUntilItIsForgotten() {
        books.tryOut(ledger -> {
            long statement = number(ledger, MoneyMoves.statement("notice/N-1", NOON, Map.of("hash", "ab")));
            assertThat(ledger.privatePart(statement).block().json()).isEqualTo("{\"hash\":\"ab\"}");
            ledger.forgetPrivatePart(statement).block();
            assertThat(ledger.privatePart(statement).blockOptional()).isEmpty();
        });
    }

    @Test
    void aThousandGiftsInOneCallAddUp() {
        books.tryOut(ledger -> {
            Journal[] gifts = java.util.stream.IntStream.range(0, 1000)
                    .mapToObj(i -> gift("many-" + i, i % 3 == 0 ? DAILY_KINDNESS : POVERTY_RELIEF, 1 + i))
                    .toArray(Journal[]::new);
            assertThat(postAll(ledger, gifts)).hasSize(1000).allMatch(posting -> posting instanceof Posted);
            assertThat(ledger.balance(AccountCode.clearing("sandbox")).block()).isEqualTo(fen(500_500));
        });
    }
}
