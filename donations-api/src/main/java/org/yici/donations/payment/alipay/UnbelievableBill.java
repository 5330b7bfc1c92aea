package org.yici.donations.payment.alipay;

/** A bill that is cut off, cannot be read, or does not come to its own totals: it is fetched again rather than half believed. */
final class UnbelievableBill extends Exception {

    private static final long serialVersionUID = 1;

    /** @param what without anything that stands in the bill */
    UnbelievableBill(String what) {
        super(what);
    }
}
