package org.yici.donations.payment.simulator.alipay;

import java.time.Instant;

/**
 * A payment or a refund as the day's bill has it.
 *
 * @param refund the merchant's number of it; empty for a payment
 */
record BillRow(String trade, String order, String refund, String subject, long fen, Instant at) {

    boolean isRefund() {
        return !refund.isEmpty();
    }

    BillRow plus(long more) {
        return new BillRow(trade, order, refund, subject, fen + more, at);
    }
}
