package org.yici.disbursement.notice;

import java.time.Instant;
import org.yici.disbursement.application.ApplicationId;

/** A public notice of one application. */
record Notice(String code, ApplicationId application, Instant postedAt, Instant endsAt) {

    boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }
}
