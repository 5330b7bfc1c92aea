package org.yici.donations.payment.simulator;

/** What may befall a call to a provider. */
public enum Fault {
    NONE,
    /** Status 500 and a page of HTML; nothing was done. */
    SERVER_ERROR,
    /** No answer for a minute; nothing was done. */
    HANG,
    /** The connection closes; nothing was done. */
    DROP,
    /** It was done, and the connection closes before the answer. */
    DIE_AFTERWARDS
}
