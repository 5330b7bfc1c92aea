package org.yici.disbursement.crosscheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.standard.Difference;
import org.yici.disbursement.standard.Formula;
import org.yici.disbursement.standard.Limits;
import org.yici.disbursement.standard.Per;
import org.yici.disbursement.standard.PerMonth;
import org.yici.disbursement.standard.Rounding;
import org.yici.disbursement.standard.Standard;
import org.yici.disbursement.standard.Version;
import org.yici.disbursement.standard.YearInMonths;
import org.yici.ledger.Money;

@DisplayName("What a standing standard comes to in a year")
class YardsticksOnTest {

    private static final LocalDate DAY = LocalDate.of(2018, 1, 1);

    private static Money fen(long fen) {
        return Money.ofFen(fen);
    }

    private static Standard standard(Formula formula) {
        Version version = new Version(
                new UUID(1, 1),
                "dibao-urban",
                DAY,
                null,
                formula,
                Limits.NONE,
                List.of(),
                List.of(),
                List.of(),
                "",
                Version.State.APPROVED,
                "admin",
                Instant.EPOCH,
                "approver");
        return new Standard("dibao-urban", Standard.Sort.STANDING, List.of(version));
    }

    @Test
    @DisplayName("Paid as a difference, it is still the standard that rules compare with")
    void difference() {
        PerMonth month = new PerMonth(fen(45_000), Per.PERSON);
        YearInMonths year = new YearInMonths(fen(400_000), Per.PERSON);
        assertThat(YardsticksOn.aYear(standard(month), DAY)).containsExactly(Map.entry("dibao-urban", 540_000L));
        assertThat(YardsticksOn.aYear(standard(new Difference(month, fen(2_000), Rounding.YUAN)), DAY))
                .containsExactly(Map.entry("dibao-urban", 540_000L));
        assertThat(YardsticksOn.aYear(standard(new Difference(year, Money.ZERO, Rounding.YUAN)), DAY))
                .containsExactly(Map.entry("dibao-urban", 400_000L));
    }
}
