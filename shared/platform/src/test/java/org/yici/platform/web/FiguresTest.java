package org.yici.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Instant MAY = Instant.parse("2018-05-04T02:00:00Z");
    private static final Figures ZH = Figures.in(Language.ZH);
    private static final Figures EN = Figures.in(Language.EN);

    @Test
    void a_day_of_the_present_year_needs_no_year() {
        Instant autumn = Instant.parse("2018-11-24T02:00:00Z");
        assertThat(ZH.day(MAY, autumn)).isEqualTo(ZH.day(MAY)).isEqualTo("5月4日");
        assertThat(EN.day(MAY, autumn)).isEqualTo(EN.day(MAY)).isEqualTo("4\u00a0May");
    }

    @Test
    void a_day_of_another_year_says_which() {
        Instant years = Instant.parse("2026-11-24T02:00:00Z");
        assertThat(ZH.day(MAY, years)).isEqualTo("2018年 5月4日");
        assertThat(EN.day(MAY, years)).isEqualTo("4\u00a0May 2018");
        assertThat(EN.day(MAY, null)).isEqualTo("4\u00a0May 2018");
    }

    @Test
    void the_year_turns_at_midnight_in_china() {
        Instant lastDay = Instant.parse("2018-12-31T15:59:59Z");
        Instant newYear = Instant.parse("2018-12-31T16:00:00Z");
        assertThat(ZH.day(lastDay, newYear)).isEqualTo("2018年 12月31日");
        assertThat(ZH.day(newYear, newYear.plusSeconds(1))).isEqualTo("1月1日");
    }
}
