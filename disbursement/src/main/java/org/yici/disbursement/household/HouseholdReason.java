package org.yici.disbursement.household;

import org.yici.platform.outcome.Reason;

/** Why a household is not registered. */
enum HouseholdReason implements Reason {
    /** A person of that identity number lives in another household already; takes that household's code only. */
    PERSON_REGISTERED("person-registered", 409);

    private final String word;
    private final int status;

    HouseholdReason(String word, int status) {
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
