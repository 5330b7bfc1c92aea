package org.yici.donations.payment.simulator;

/** How a notice is written. */
public enum NoticeKind {
    TRUE,
    /** Signed by the provider, with one fen too many. */
    WRONG_AMOUNT,
    /** Signed by somebody else. */
    FORGED
}
