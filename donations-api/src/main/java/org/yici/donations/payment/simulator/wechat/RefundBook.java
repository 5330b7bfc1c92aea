package org.yici.donations.payment.simulator.wechat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yici.donations.payment.simulator.Numbers;

/** The refunds of a simulated WeChat Pay: a number refunds once, and never more than was paid. */
final class RefundBook {

    private static final int BAD = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final Map<String, PlacedRefund> refunds = new LinkedHashMap<>();
    private final OrderBook orders;
    private boolean shortOfMoney;
    private String statusOfNew = PlacedRefund.UNDER_WAY;

    RefundBook(OrderBook orders) {
        this.orders = orders;
    }

    synchronized PlacedRefund create(String number, String order, long fen, String notifyUrl, Instant at) {
        PlacedOrder paid = paid(order);
        PlacedRefund there = refunds.get(number);
        if (there != null) {
            return same(there, order, fen);
        }
        if (fen <= 0 || sentBack(order) + fen > paid.total()) {
            throw new ApiError(BAD, "INVALID_REQUEST");
        }
        if (shortOfMoney) {
            throw new ApiError(FORBIDDEN, "NOT_ENOUGH");
        }
        PlacedRefund made = new PlacedRefund(number, Numbers.fresh("50", 26), paid, fen, notifyUrl, at, statusOfNew);
        refunds.put(number, made);
        orders.refunded(order);
        return made;
    }

    synchronized PlacedRefund get(String number) {
        PlacedRefund refund = refunds.get(number);
        if (refund == null) {
            throw new ApiError(NOT_FOUND, "RESOURCE_NOT_EXISTS");
        }
        return refund;
    }

    synchronized void end(String number, String status) {
        refunds.put(number, get(number).now(status));
    }

    synchronized void statusOfNew(String status) {
        statusOfNew = status;
    }

    synchronized void shortOfMoney(boolean yes) {
        shortOfMoney = yes;
    }

    synchronized List<PlacedRefund> all() {
        return List.copyOf(refunds.values());
    }

    private PlacedOrder paid(String number) {
        return orders.find(number)
                .filter(PlacedOrder::isPaid)
                .orElseThrow(() -> new ApiError(NOT_FOUND, "RESOURCE_NOT_EXISTS"));
    }

    private static PlacedRefund same(PlacedRefund there, String order, long fen) {
        if (there.fen() != fen || !there.order().number().equals(order)) {
            throw new ApiError(BAD, "INVALID_REQUEST");
        }
        return there;
    }

    private long sentBack(String order) {
        return refunds.values().stream()
                .filter(refund -> refund.order().number().equals(order))
                .filter(refund -> !refund.status().equals(PlacedRefund.CLOSED))
                .mapToLong(PlacedRefund::fen)
                .sum();
    }
}
