package org.yici.disbursement.standing;

/** Why an earlier list should have said something else about a person. */
public enum CorrectionReason {
    /** Entitled, and not on the list. */
    ENTERED,
    /** On the list, and the category had ended. */
    ENDED,
    /** On the list, and lived there no longer. */
    LEFT,
    DIED,
    /** Another category, level of care or residence. */
    LEVEL,
    /** The standard was changed for days gone by. */
    STANDARD,
    /** The household's income, or how many share the difference. */
    INCOME,
    /** The income of the household is not confirmed: it is not in the list, and no earlier one is put right by that. */
    NO_INCOME,
    /** What was put right before was not right. */
    PUT_RIGHT;

    public String messageKey() {
        return "due.reason." + name();
    }
}
