package org.yici.donations.payment.simulator.alipay;

/** How Alipay takes a refund. */
public enum RefundResult {
    /** Sent back at once. */
    NOW,
    /** Accepted; sent back when {@link AlipaySimulator#finishRefund} says so. */
    LATER,
    /** The merchant's account holds too little; nothing is done. */
    NO_BALANCE,
    /** Never: the donor's account is closed. */
    NEVER
}
