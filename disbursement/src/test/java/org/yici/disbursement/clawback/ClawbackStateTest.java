package org.yici.disbursement.clawback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of a demand's life")
class ClawbackStateTest {

    private static final List<String> STEPS = List.of(
            "NOTICED CORRECT CORRECTED",
            "NOTICED DEMAND DEMANDED",
            "DEMANDED RECEIVE_PART RETURNING",
            "DEMANDED RECEIVE_REST RETURNED",
            "DEMANDED WAIVE WAIVED",
            "RETURNING RECEIVE_PART RETURNING",
            "RETURNING RECEIVE_REST RETURNED",
            "RETURNING WAIVE WAIVED");

    @Test
    @DisplayName("knows exactly these steps")
    void complete() {
        List<String> found = Arrays.stream(ClawbackState.values())
                .flatMap(from -> Arrays.stream(ClawbackAction.values())
                        .flatMap(action -> from.after(action).stream().map(to -> from + " " + action + " " + to)))
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(STEPS);
    }

    @Test
    @DisplayName("ends where no step leads on")
    void ends() {
        for (ClawbackState state : ClawbackState.values()) {
            assertThat(state.isOver()).isEqualTo(state.open().isEmpty());
        }
    }
}
