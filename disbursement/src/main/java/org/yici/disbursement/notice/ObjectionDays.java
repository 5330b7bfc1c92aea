package org.yici.disbursement.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yici.platform.clock.ProgramClock;

/** Until when an objection should be answered: the charity's own promise. */
@Component
public final class ObjectionDays {

    private final int days;

    ObjectionDays(@Value("${yici.objection.days}") int days) {
        this.days = days;
    }

    /** The last good day for what came in {@code at}. */
    public LocalDate due(Instant at) {
        return LocalDate.ofInstant(at, ProgramClock.CHINA).plusDays(days);
    }
}
