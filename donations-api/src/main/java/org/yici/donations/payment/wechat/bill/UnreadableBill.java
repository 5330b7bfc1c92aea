package org.yici.donations.payment.wechat.bill;

/** A bill whose form we do not know, or that is not whole. None of its lines is used. */
public final class UnreadableBill extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableBill(String what) {
        super(what);
    }
}
