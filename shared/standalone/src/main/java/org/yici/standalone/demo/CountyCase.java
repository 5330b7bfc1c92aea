package org.yici.standalone.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.platform.clock.ProgramClock;
import org.yici.standalone.DemoWorld;
import org.yici.standalone.Progress;
import org.yici.standalone.RunningYici;
import org.yici.standalone.Service;

/**
 * The case that the platform starts from, played day by day from April 2017 through May 2018: gifts as they come, the
 * provider's settlement every Monday, and five monthly rounds of grants. Whom they helped is
 * visited until the next winter. Afterwards the clock is real time, and both
 * campaigns stay open.
 */
public final class CountyCase implements DemoWorld {

    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 4, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2018, 5, 31);
    private static final long DAYS = LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay();

    @Override
    public boolean isComplete(RunningYici yici) {
        return Boolean.TRUE.equals(progressOf(yici).isComplete().block());
    }

    @Override
    public void play(RunningYici yici, Progress progress) {
        DemoProgress kept = progressOf(yici);
        DemoTime time = new DemoTime(
                yici,
                Objects.requireNonNull(
                        kept.begin(begin(FIRST_DAY), Instant.now()).block()));
        CountyYear year = new CountyYear(yici, time);
        for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            year.play(day);
            progress.part(day.toEpochDay() - FIRST_DAY.toEpochDay(), DAYS);
        }
        long last = year.lastGifts(begin(LAST_DAY.plusDays(1)));
        year.visit();
        time.becomeReal().block();
        year.leaveWorkOnTheDesk(LAST_DAY.plusDays(1));
        new PublicPages(yici).show(last).block();
        kept.complete().block();
    }

    private static DemoProgress progressOf(RunningYici yici) {
        return new DemoProgress(yici.bean(Service.DISBURSEMENT, DatabaseClient.class));
    }

    static Instant begin(LocalDate day) {
        return day.atStartOfDay(ProgramClock.CHINA).toInstant();
    }
}
