package org.yici.disbursement.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.application.ApplicationId;
import org.yici.platform.clock.ProgramClock;

/**
 * A public notice of one application.
 *
 * @param endedAt when its list came down; null while it hangs
 */
record Notice(
        String code,
        ApplicationId application,
        Instant postedAt,
        Instant endsAt,
        @Nullable Instant endedAt) {

    /** What has come down stays down, whatever a clock says. */
    boolean isOver(Instant now) {
        return endedAt != null || !now.isBefore(endsAt);
    }

    /** It ends at the midnight behind it. Public for the template. */
    public LocalDate lastDay() {
        return LocalDate.ofInstant(endsAt.minusMillis(1), ProgramClock.CHINA);
    }
}
