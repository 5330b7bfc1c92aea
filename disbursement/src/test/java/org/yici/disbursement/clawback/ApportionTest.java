package org.yici.disbursement.clawback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;

@DisplayName("What comes back goes to the funds as they bear it")
class ApportionTest {

    @Property(tries = 500)
    void whole_awards_come_back_part_by_part_to_the_fen(
            @ForAll @Size(min = 1, max = 4) List<@LongRange(min = 1, max = 1_000_000_000L) Long> shares,
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 1_000_000_000L) Long> payments) {
        Map<FundCode, Money> borne = new TreeMap<>();
        for (int i = 0; i < shares.size(); i++) {
            borne.put(FundCode.of("fund-" + i), Money.ofFen(shares.get(i)));
        }
        for (long payment : payments) {
            long whole = sum(borne);
            if (whole == 0) {
                return;
            }
            long amount = 1 + payment % whole;
            Map<FundCode, Money> back = Apportion.of(Money.ofFen(amount), borne);
            assertThat(sum(back)).isEqualTo(amount);
            back.forEach((fund, fen) -> {
                Money rest = borne.get(fund).minus(fen);
                assertThat(rest.isNegative()).isFalse();
                long fair = java.math.BigInteger.valueOf(amount)
                        .multiply(java.math.BigInteger.valueOf(borne.get(fund).fen()))
                        .divide(java.math.BigInteger.valueOf(whole))
                        .longValueExact();
                assertThat(fen.fen()).isBetween(fair, fair + 1);
            });
            back.forEach((fund, fen) -> borne.compute(fund, (code, had) -> had.equals(fen) ? null : had.minus(fen)));
        }
    }

    @Test
    @DisplayName("more than they bear is a defect")
    void noMoreThanAll() {
        assertThatThrownBy(() -> Apportion.of(Money.ofFen(3), Map.of(FundCode.of("a"), Money.ofFen(2))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long sum(Map<FundCode, Money> money) {
        return money.values().stream().mapToLong(Money::fen).sum();
    }
}
