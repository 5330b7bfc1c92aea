package org.yici.benchmarks.round;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

    private final Figures figures = new Figures();

    @Test
    void the_median_of_three_rounds_is_the_one_in_the_middle() {
        figures.add("gift64_per_s", 900);
        figures.add("gift64_per_s", 100);
        figures.add("gift64_per_s", 1_000);
        assertThat(figures.median("gift64_per_s")).hasValue(900);
        assertThat(figures.of("gift64_per_s")).containsExactly(900.0, 100.0, 1_000.0);
    }

    @Test
    void the_median_of_two_rounds_lies_between_them() {
        figures.add("gift64_per_s", 900);
        figures.add("gift64_per_s", 1_000);
        assertThat(figures.median("gift64_per_s")).hasValue(950);
    }

    @Test
    void what_was_not_measured_has_none() {
        assertThat(figures.median("home_nginx_per_s")).isEmpty();
    }
}
