package org.yici.donations.payment.simulator.wechat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as the simulated WeChat Pay has it.
 *
 * @param form {@code native}, {@code jsapi} or {@code h5}
 * @param request the body it was placed with: another one with its number is refused
 * @param total fen
 * @param transaction null until paid
 * @param paidAt null until paid
 */
record PlacedOrder(
        String number,
        String form,
        String request,
        long total,
        String notifyUrl,
        String state,
        @Nullable String transaction,
        @Nullable Instant paidAt) {

    static final String UNPAID = "NOTPAY";
    static final String PAID = "SUCCESS";
    static final String CLOSED = "CLOSED";
    /** Something of it went back. */
    static final String REFUNDED = "REFUND";

    boolean isPaid() {
        return state.equals(PAID) || state.equals(REFUNDED);
    }

    PlacedOrder paid(String by, Instant at) {
        return new PlacedOrder(number, form, request, total, notifyUrl, PAID, by, at);
    }

    PlacedOrder now(String otherState) {
        return new PlacedOrder(number, form, request, total, notifyUrl, otherState, transaction, paidAt);
    }
}
