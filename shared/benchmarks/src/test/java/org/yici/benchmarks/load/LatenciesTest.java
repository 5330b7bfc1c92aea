package org.yici.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void of_a_hundred_answers_the_ninety_ninth_keeps_to_the_p99() {
        Latencies latencies = millis(1, 100);
        assertThat(latencies.percentileMillis(50)).isEqualTo(50);
        assertThat(latencies.percentileMillis(99)).isEqualTo(99);
        assertThat(latencies.percentileMillis(100)).isEqualTo(100);
    }

    @Test
    void of_one_answer_every_percentile_is_that_answer() {
        assertThat(millis(7, 7).percentileMillis(1)).isEqualTo(7);
        assertThat(millis(7, 7).percentileMillis(99)).isEqualTo(7);
    }

    @Test
    void none_have_taken_no_time() {
        assertThat(new Latencies().percentileMillis(99)).isZero();
    }

    @Test
    void more_than_there_was_room_for_are_all_kept() {
        Latencies many = new Latencies();
        for (int round = 0; round < 3; round++) {
            many.addAll(millis(1, 50_000));
        }
        assertThat(many.count()).isEqualTo(150_000);
        assertThat(many.percentileMillis(99)).isEqualTo(49_500);
    }

    /** Slowest first: order is not what a percentile asks for. */
    private static Latencies millis(int from, int to) {
        Latencies latencies = new Latencies();
        for (int millis = to; millis >= from; millis--) {
            latencies.add(TimeUnit.MILLISECONDS.toNanos(millis));
        }
        return latencies;
    }
}
