package org.yici.disbursement.clock;

import org.yici.platform.outcome.Reason;

/** Why the clock is not moved. */
enum ClockReason implements Reason {
    /** A notice that has ended stays ended. */
    NEVER_BACK("never-back", 409);

    private final String word;
    private final int status;

    ClockReason(String word, int status) {
        this.word = word;
        this.status = status;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public int status() {
        return status;
    }
}
