package org.yici.donations.payment.simulator.wechat;

import java.time.Instant;

/**
 * A refund as the simulated WeChat Pay has it.
 *
 * @param number the merchant's
 * @param theirs WeChat Pay's
 * @param fen sent back
 * @param at when it was accepted
 */
record PlacedRefund(
        String number, String theirs, PlacedOrder order, long fen, String notifyUrl, Instant at, String status) {

    static final String UNDER_WAY = "PROCESSING";
    static final String CLOSED = "CLOSED";

    PlacedRefund now(String otherStatus) {
        return new PlacedRefund(number, theirs, order, fen, notifyUrl, at, otherStatus);
    }
}
