package org.yici.donations.payment.sandbox;

import java.util.Arrays;

/** What a tester may have happen to a refund, by a word in its reason. */
enum SandboxRefundOutcome {
    /** Done at once: without any of the other words. */
    DONE(""),
    /** Under way for three seconds, then done. */
    LATER("#later"),
    /** Refused for good. */
    FAILED("#fail"),
    /** Done, but the answer is lost on its way: it is not known whether it was. */
    LOST("#lost");

    private final String word;

    SandboxRefundOutcome(String word) {
        this.word = word;
    }

    static SandboxRefundOutcome of(String reason) {
        return Arrays.stream(values())
                .filter(outcome -> outcome != DONE && reason.contains(outcome.word))
                .findFirst()
                .orElse(DONE);
    }
}
