package org.yici.disbursement.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Among the lists that are fixed, a period")
class ListOrderTest {

    private static Period month(int month) {
        return new Period(Frequency.MONTH, YearMonth.of(2018, month));
    }

    @Test
    @DisplayName("knows which ones before it are missing, the latest to be shown and the further ones to be counted")
    void missing() {
        ListOrder.Place september = ListOrder.place(List.of(month(3), month(1)), month(9));
        assertThat(september.missing()).containsExactly(month(2), month(4), month(5), month(6), month(7), month(8));
        assertThat(september.latest()).containsExactly(month(5), month(6), month(7), month(8));
        assertThat(september.further()).isEqualTo(2);
        assertThat(september.beforeFirst()).isFalse();
    }

    @Test
    @DisplayName("is told when it is earlier than all; where none is fixed, nothing is missing")
    void earlier() {
        assertThat(ListOrder.place(List.of(month(3)), month(2))).isEqualTo(new ListOrder.Place(List.of(), true));
        assertThat(ListOrder.place(List.of(month(3)), month(3))).isEqualTo(new ListOrder.Place(List.of(), false));
        assertThat(ListOrder.place(List.of(), month(3))).isEqualTo(new ListOrder.Place(List.of(), false));
    }
}
