package org.yici.disbursement.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.TimeZone;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.application.ApplicationId;

/** Civil Code §201, §203: the day of posting is not counted, and the last day runs to 24:00. */
class NoticePeriodTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Test
    void a_notice_posted_on_the_31st_of_may_runs_through_the_7th_of_june() {
        assertThat(NoticePeriod.endOf(Instant.parse("2018-05-31T02:00:00Z"), 7))
                .isEqualTo(Instant.parse("2018-06-07T16:00:00Z"));
    }

    @Test
    void a_second_before_midnight_and_a_second_after_it_are_a_day_apart() {
        Instant midnight = Instant.parse("2018-05-31T16:00:00Z");
        assertThat(NoticePeriod.endOf(midnight, 7))
                .isEqualTo(NoticePeriod.endOf(midnight.minusMillis(1), 7).plus(Duration.ofDays(1)));
    }

    @Property
    void it_ends_at_a_chinese_midnight_after_that_many_whole_days(
            @ForAll @LongRange(min = 700_000_000, max = 4_000_000_000L) long second,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        Instant posted = Instant.ofEpochSecond(second);
        Instant end = NoticePeriod.endOf(posted, days);
        assertThat(end.atZone(CHINA).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
        LocalDate firstDay = LocalDate.ofInstant(posted, CHINA).plusDays(1);
        assertThat(firstDay.plusDays(days)).isEqualTo(LocalDate.ofInstant(end, CHINA));
        assertThat(Duration.between(posted, end)).isGreaterThanOrEqualTo(Duration.ofDays(days));
    }

    @Property
    void where_the_machine_is_makes_no_difference(
            @ForAll @LongRange(min = 700_000_000, max = 4_000_000_000L) long second,
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll("zones") String zone) {
        Instant posted = Instant.ofEpochSecond(second);
        Instant here = NoticePeriod.endOf(posted, days);
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            assertThat(NoticePeriod.endOf(posted, days)).isEqualTo(here);
            Notice notice = new Notice("N-1", new ApplicationId(new UUID(0, 1)), posted, here, null);
            assertThat(notice.isOver(here.minusMillis(1))).isFalse();
            assertThat(notice.isOver(here)).isTrue();
            assertThat(notice.lastDay())
                    .isEqualTo(LocalDate.ofInstant(posted, CHINA).plusDays(days));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Property(tries = 100)
    void a_notice_that_is_posted_later_never_ends_earlier(
            @ForAll @LongRange(min = 700_000_000, max = 4_000_000_000L) long second,
            @ForAll @LongRange(min = 0, max = 200_000) long later,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        Instant posted = Instant.ofEpochSecond(second);
        assertThat(NoticePeriod.endOf(posted.plusSeconds(later), days))
                .isAfterOrEqualTo(NoticePeriod.endOf(posted, days));
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(
                "Asia/Shanghai",
                "America/New_York",
                "Pacific/Kiritimati",
                "Pacific/Pago_Pago",
                "Asia/Kathmandu",
                "UTC");
    }
}
