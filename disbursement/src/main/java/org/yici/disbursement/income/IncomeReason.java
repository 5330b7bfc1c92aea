package org.yici.disbursement.income;

import org.yici.platform.outcome.Reason;

/** Why a household's income is not written down or not confirmed. */
enum IncomeReason implements Reason {
    /** Another figure of the household waits for a second person. */
    INCOME_WAITS("income-waits", 409),
    /** It was confirmed or dropped already. */
    INCOME_DECIDED("income-decided", 409),
    /** A figure is confirmed by another person than wrote it down. */
    INCOME_SAME_PERSON("income-same-person", 403);

    private final String word;
    private final int status;

    IncomeReason(String word, int status) {
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
