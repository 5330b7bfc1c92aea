package org.yici.disbursement.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.yici.platform.clock.ProgramClock;

/**
 * How long a public notice runs: whole days in China, the day of posting not counted, to 24:00 of the last (Civil Code
 * §201, §203).
 */
final class NoticePeriod {

    private NoticePeriod() {}

    /** The first instant at which it is over: midnight after the last day. */
    static Instant endOf(Instant posted, int wholeDays) {
        LocalDate dayOfPosting = LocalDate.ofInstant(posted, ProgramClock.CHINA);
        return dayOfPosting
                .plusDays(wholeDays + 1L)
                .atStartOfDay(ProgramClock.CHINA)
                .toInstant();
    }
}
