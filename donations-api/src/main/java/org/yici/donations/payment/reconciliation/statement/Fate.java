package org.yici.donations.payment.reconciliation.statement;

/** What a line is to our books. */
public enum Fate {
    /** A settlement that a provider has paid out to us. */
    SETTLEMENT,
    /** A gift by bank transfer, booked at the counter. */
    GIFT,
    /** It came in, and nothing accounts for it yet: a person looks at it. */
    OPEN,
    /** It went out, or came back from there. Disbursement's matter, and nothing wrong with it here. */
    NOT_OURS,
    /** It was filed before, with another statement of the same days. */
    REPEATED
}
