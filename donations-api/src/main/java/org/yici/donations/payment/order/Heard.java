package org.yici.donations.payment.order;

/** What we made of a notice. */
public enum Heard {
    /** Stored; it need not come again. Also when it fits nothing of ours: then a person looks at it. */
    YES,
    /** Not the provider's, too old, or unreadable. */
    NO,
    /** We cannot store it now: it should come again. */
    LATER
}
