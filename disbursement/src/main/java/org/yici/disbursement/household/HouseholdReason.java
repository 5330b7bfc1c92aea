package org.yici.disbursement.household;

import org.yici.platform.outcome.Reason;

/** Why a household is not registered, or nothing is changed about it. */
enum HouseholdReason implements Reason {
    /** A person of that identity number lives in another household already; takes that household's code only. */
    PERSON_REGISTERED("person-registered", 409),
    /** Who leaves holds the card that the others are paid by. */
    CARD_FIRST("card-first", 409),
    /** Who is to leave does not belong to the household. */
    NOT_A_MEMBER("not-a-member", 409),
    /** The household took its consent back: nothing is kept of it that is new, and nothing is decided or paid. */
    CONSENT_WITHDRAWN("consent-withdrawn", 409),
    /** The card is the one of the registration: there is nothing that a second person has to confirm. */
    CARD_NOT_CHANGED("card-not-changed", 409),
    /** The household agrees already. */
    CONSENT_STANDS("consent-stands", 409);

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
