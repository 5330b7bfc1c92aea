package org.yici.disbursement.standing;

/** Why a person is entitled no longer after the last day. */
public enum Ending {
    /** The household's or the person's category ended, or became another. */
    ENDED,
    /** The person lives there no longer. */
    LEFT,
    DIED
}
