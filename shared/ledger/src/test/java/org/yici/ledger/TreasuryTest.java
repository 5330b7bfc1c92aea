package org.yici.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yici.ledger.SmallWorld.NOON;
import static org.yici.ledger.SmallWorld.fen;
import static org.yici.ledger.SmallWorld.gift;
import static org.yici.ledger.SmallWorld.number;
import static org.yici.ledger.SmallWorld.post;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The state's money goes its own way through the same books. */
class TreasuryTest {

    private static final Books books = new Books();
    private static final SchemeCode TEKUN = SchemeCode.of("tekun");
    private static final SchemeCode DIBAO = SchemeCode.of("dibao");

    @Test
    void aDueListClaimsWhatItsOwnSchemeWasGivenAndIsPaidOnce() {
        books.tryOut(ledger -> {
            number(ledger, MoneyMoves.treasuryAppropriated("appropriation/1", NOON, TEKUN, fen(900)));
            assertThat(post(ledger, MoneyMoves.treasuryDue("due/dibao", NOON, DIBAO, fen(1))))
                    .isEqualTo(refused(AccountCode.treasuryAppropriation(DIBAO)));
            long due = number(ledger, MoneyMoves.treasuryDue("due/tekun", NOON, TEKUN, fen(700)));
            assertThat(post(ledger, MoneyMoves.treasuryDue("due/more", NOON, TEKUN, fen(201))))
                    .isEqualTo(refused(AccountCode.treasuryAppropriation(TEKUN)));
            long paid = number(ledger, MoneyMoves.treasuryPaid("due-paid/tekun", NOON, due, TEKUN, fen(700)));
            assertThat(post(ledger, MoneyMoves.treasuryPaid("due-paid/again", NOON, due, TEKUN, fen(1))))
                    .isEqualTo(refused(AccountCode.treasuryPayable(TEKUN)));
            number(ledger, MoneyMoves.treasuryReturned("due-back/tekun", NOON, paid, TEKUN, fen(30)));
            assertThat(List.of(
                            ledger.balance(AccountCode.TREASURY_BANK).block(),
                            ledger.balance(AccountCode.treasuryPayable(TEKUN)).block(),
                            ledger.balance(AccountCode.treasuryAppropriation(TEKUN))
                                    .block()))
                    .containsExactly(fen(230), fen(30), fen(200));
        });
    }

    @Test
    void itTouchesNoLineOfAFund() {
        books.tryOut(ledger -> {
            number(ledger, gift("a", 1000));
            number(ledger, MoneyMoves.treasuryAppropriated("appropriation/1", NOON, TEKUN, fen(900)));
            List<PublishedJournal> published =
                    ledger.publishedAfter(0, 10).collectList().block();
            assertThat(published.get(1).line()).isEqualTo("{\"holes\":[],\"in\":[],\"out\":[]}");
            assertThat(published.get(1).leaf())
                    .contains("treasury-appropriation")
                    .doesNotContain("fund:");
            assertThat(ledger.traceOfGift(1).block().unspent()).isEqualTo(fen(1000));
        });
    }

    /** Past the library, as a service could send it. */
    @ParameterizedTest
    @CsvSource({
        "correction, clearing:sandbox, treasury:bank",
        "settlement, treasury:appropriation:tekun, treasury:bank",
        "treasury-due, clearing:sandbox, cost:payment-fees",
    })
    void theDatabaseTakesNoJournalThatMixesTheTwo(String kind, String credited, String debited) {
        String zeros = "decode(repeat('00', 32), 'hex')";
        boolean inOrder = credited.compareTo(debited) < 0;
        assertThatThrownBy(() -> books.execute(
                        "yici_donations",
                        ("select * from ledger.post(array['%s'], array['mixed'], array[0]::bigint[], array['CNY'],"
                                        + " array[null]::bigint[], array[null]::text[], array[null]::text[], array[null]::text[],"
                                        + " %s, %s, array['{}'], array[2], array['%s', '%s'], array[%s]::bigint[], array['{}'])")
                                .formatted(
                                        kind,
                                        zeros,
                                        zeros,
                                        inOrder ? credited : debited,
                                        inOrder ? debited : credited,
                                        inOrder ? "-5, 5" : "5, -5")))
                .hasMessageContaining("mixes the money");
    }

    private static Posting refused(AccountCode account) {
        return new Posting.Refused(PostingReason.FLOOR, account);
    }
}
