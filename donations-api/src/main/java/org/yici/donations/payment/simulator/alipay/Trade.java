package org.yici.donations.payment.simulator.alipay;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order that a donor has seen. Changed by {@link Trades} and {@link Refunds} only, under their lock. */
final class Trade {

    final Offer offer;
    final String number;
    final Map<String, Refund> refunds = new LinkedHashMap<>();
    private boolean closed;
    private @Nullable Instant paidAt;

    Trade(Offer offer, String number) {
        this.offer = offer;
        this.number = number;
    }

    /** @param done false while it is only accepted */
    record Refund(String number, long fen, Instant at, boolean done) {}

    void pay(Instant at) {
        paidAt = at;
        closed = false;
    }

    void close() {
        closed = true;
    }

    boolean isPaid() {
        return paidAt != null;
    }

    boolean isClosed() {
        return closed;
    }

    @Nullable
    Instant paidAt() {
        return paidAt;
    }

    long refundedFen() {
        return refunds.values().stream().mapToLong(Refund::fen).sum();
    }

    String status() {
        return closed ? "TRADE_CLOSED" : isPaid() ? "TRADE_SUCCESS" : "WAIT_BUYER_PAY";
    }
}
