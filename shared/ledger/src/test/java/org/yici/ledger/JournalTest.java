package org.yici.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.yici.ledger.SmallWorld.NOON;
import static org.yici.ledger.SmallWorld.POVERTY_RELIEF;
import static org.yici.ledger.SmallWorld.fen;
import static org.yici.ledger.SmallWorld.gift;

import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {

    @Test
    void entriesStandInOrderOfTheirAccounts() {
        assertThat(gift("a", 5).entries())
                .containsExactly(
                        Entry.debit(AccountCode.clearing("sandbox"), fen(5)),
                        Entry.credit(AccountCode.fund(POVERTY_RELIEF), fen(5)));
    }

    @Test
    void anUnbalancedJournalCannotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyMoves.correction(
                        "correction/1", NOON, 1, List.of(Entry.debit(AccountCode.BANK_MAIN, fen(5)))))
                .withMessageContaining("unbalanced");
    }

    @Test
    void onlyPositiveAmountsMove() {
        assertThatIllegalArgumentException().isThrownBy(() -> gift("a", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> gift("a", -5));
    }

    @Test
    void anAccountOutsideTheChartHasNoCode() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountCode("fund:Poverty Relief"));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountCode("bank:other"));
    }

    @Test
    void theTreasurysMoneyAndTheCharitysAreNeverInOneJournal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyMoves.correction(
                        "correction/1",
                        NOON,
                        1,
                        List.of(
                                Entry.debit(AccountCode.TREASURY_BANK, fen(5)),
                                Entry.credit(AccountCode.fund(POVERTY_RELIEF), fen(5)))))
                .withMessageContaining("treasury");
    }

    @Test
    void everyPrivatePartHasASaltOfItsOwn() {
        assertThat(gift("a", 5).secret().base64())
                .isNotEqualTo(gift("a", 5).secret().base64());
    }
}
