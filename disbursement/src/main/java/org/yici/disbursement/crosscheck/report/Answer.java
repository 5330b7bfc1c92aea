package org.yici.disbursement.crosscheck.report;

import java.time.Instant;

/** What a person said to a finding. It stands for the same finding in every report of the application. */
public record Answer(Verdict verdict, String words, String by, Instant at) {

    public enum Verdict {
        /** There is a reason, and the words say it. */
        EXPLAINED,
        /** It is so. */
        CONFIRMED;

        public String messageKey() {
            return "crosscheck.verdict." + name();
        }
    }
}
