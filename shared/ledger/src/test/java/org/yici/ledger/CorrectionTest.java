package org.yici.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.ledger.AccountCode.clearing;
import static org.yici.ledger.AccountCode.fund;
import static org.yici.ledger.SmallWorld.DAILY_KINDNESS;
import static org.yici.ledger.SmallWorld.GRANT;
import static org.yici.ledger.SmallWorld.NOON;
import static org.yici.ledger.SmallWorld.POVERTY_RELIEF;
import static org.yici.ledger.SmallWorld.award;
import static org.yici.ledger.SmallWorld.fen;
import static org.yici.ledger.SmallWorld.gift;
import static org.yici.ledger.SmallWorld.number;
import static org.yici.ledger.SmallWorld.post;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yici.ledger.Posting.Refused;

/** Mistakes are put right by journals that name them, and the trace stays exact. */
class CorrectionTest {

    private static final Books books = new Books();

    @Test
    void aGiftBookedTooHighGivesUpItsOwnUnspentFen() {
        books.tryOutAsOwner((ledger, database) -> {
            long gift = number(ledger, gift("a", 1000));
            number(ledger, gift("b", 1000));
            number(
                    ledger,
                    MoneyMoves.correction(
                            "correction/1",
                            NOON,
                            gift,
                            List.of(
                                    Entry.debit(fund(POVERTY_RELIEF), fen(900)),
                                    Entry.credit(clearing("sandbox"), fen(900)))));
            long award = number(ledger, award(GRANT, 150));
            assertThat(ledger.traceOfGift(gift).block().refunded()).isEqualTo(fen(900));
            assertThat(ledger.traceOfAward(award).block().gifts()).hasSize(2);
            assertThat(Books.audit(database)).isEmpty();
        });
    }

    @Test
    void aSpentGiftBookedTooHighCannotBeCorrectedOutOfOthersGifts() {
        books.tryOut(ledger -> {
            long gift = number(ledger, gift("a", 1000));
            number(ledger, gift("b", 1000));
            number(ledger, award(GRANT, 1000));
            Journal lower = MoneyMoves.correction(
                    "correction/1",
                    NOON,
                    gift,
                    List.of(Entry.debit(fund(POVERTY_RELIEF), fen(1)), Entry.credit(clearing("sandbox"), fen(1))));
            assertThat(post(ledger, lower)).isEqualTo(new Refused(PostingReason.SPENT, fund(POVERTY_RELIEF)));
        });
    }

    @Test
    void aGiftBookedTooLowIsCompletedAtTheEndOfTheLine() {
        books.tryOutAsOwner((ledger, database) -> {
            long gift = number(ledger, gift("a", 100));
            long rest = number(
                    ledger,
                    MoneyMoves.correction(
                            "correction/1",
                            NOON,
                            gift,
                            List.of(
                                    Entry.debit(clearing("sandbox"), fen(900)),
                                    Entry.credit(fund(POVERTY_RELIEF), fen(900)))));
            assertThat(ledger.traceOfGift(rest).block().unspent()).isEqualTo(fen(900));
            assertThat(Books.audit(database)).isEmpty();
        });
    }

    @Test
    void aGiftBookedToTheWrongFundIsFollowedIntoTheRightOne() {
        books.tryOutAsOwner((ledger, database) -> {
            long gift = number(ledger, gift("a", DAILY_KINDNESS, 1000));
            number(
                    ledger,
                    MoneyMoves.correction(
                            "correction/1",
                            NOON,
                            gift,
                            List.of(
                                    Entry.debit(fund(DAILY_KINDNESS), fen(1000)),
                                    Entry.credit(fund(POVERTY_RELIEF), fen(1000)))));
            long award = number(ledger, award(GRANT, 400));
            var trace = ledger.traceOfGift(gift).block();
            assertThat(trace.unspent()).isEqualTo(fen(600));
            assertThat(trace.costs()).isEqualTo(Money.ZERO);
            assertThat(trace.paid().get(0).award()).isEqualTo(award);
            assertThat(Books.audit(database)).isEmpty();
        });
    }

    @Test
    void aFeeChargedInErrorComesBackToTheGiftsThatBoreIt() {
        books.tryOutAsOwner((ledger, database) -> {
            long gift = number(ledger, gift("a", MoneyMoves.ADMIN, 100));
            long fee = number(ledger, MoneyMoves.feeCharged("fee/1", NOON, "sandbox", fen(30)));
            long covered = number(ledger, MoneyMoves.feeCovered("fee/1/covered", NOON, fee, fen(30)));
            assertThat(ledger.traceOfGift(gift).block().costs()).isEqualTo(fen(30));
            number(
                    ledger,
                    MoneyMoves.correction(
                            "correction/1",
                            NOON,
                            covered,
                            List.of(
                                    Entry.debit(AccountCode.COST_PAYMENT_FEES, fen(20)),
                                    Entry.credit(fund(MoneyMoves.ADMIN), fen(20)))));
            assertThat(ledger.traceOfGift(gift).block().costs()).isEqualTo(fen(10));
            assertThat(ledger.traceOfGift(gift).block().unspent()).isEqualTo(fen(90));
            assertThat(Books.audit(database)).isEmpty();
        });
    }
}
