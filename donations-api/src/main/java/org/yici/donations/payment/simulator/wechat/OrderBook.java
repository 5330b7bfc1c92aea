package org.yici.donations.payment.simulator.wechat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.yici.donations.payment.simulator.Numbers;

/** The orders of a simulated WeChat Pay; each change is one step. */
final class OrderBook {

    private static final int BAD = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final Map<String, PlacedOrder> orders = new ConcurrentHashMap<>();

    /** The same request again is the same order; another with its number is refused. */
    void place(PlacedOrder wanted) {
        orders.merge(wanted.number(), wanted, (there, again) -> {
            requireOpen(there);
            if (!there.request().equals(again.request()) || !there.form().equals(again.form())) {
                throw new ApiError(FORBIDDEN, "OUT_TRADE_NO_USED");
            }
            return there;
        });
    }

    /** Closing what is closed is no error. */
    void close(String number) {
        change(number, order -> {
            if (order.isPaid()) {
                throw new ApiError(BAD, "ORDERPAID");
            }
            return order.now(PlacedOrder.CLOSED);
        });
    }

    /** @throws IllegalStateException when the donor can no longer pay it */
    @CanIgnoreReturnValue
    PlacedOrder pay(String number, Instant at) {
        return change(number, order -> {
            if (!order.state().equals(PlacedOrder.UNPAID)) {
                throw new IllegalStateException("order " + number + " is " + order.state());
            }
            return paid(order, at);
        });
    }

    /** Money that arrives whatever had become of the order. */
    @CanIgnoreReturnValue
    PlacedOrder payLate(String number, Instant at) {
        return change(number, order -> order.isPaid() ? order : paid(order, at));
    }

    void refunded(String number) {
        change(number, order -> order.now(PlacedOrder.REFUNDED));
    }

    PlacedOrder get(String number) {
        return find(number).orElseThrow(() -> new ApiError(NOT_FOUND, "ORDER_NOT_EXIST"));
    }

    Optional<PlacedOrder> find(String number) {
        return Optional.ofNullable(orders.get(number));
    }

    List<PlacedOrder> paid() {
        return orders.values().stream()
                .filter(PlacedOrder::isPaid)
                .sorted(Comparator.comparing(order -> Objects.requireNonNull(order.paidAt())))
                .toList();
    }

    int size() {
        return orders.size();
    }

    private static PlacedOrder paid(PlacedOrder order, Instant at) {
        return order.paid(Numbers.fresh("42", 26), at);
    }

    @CanIgnoreReturnValue
    private PlacedOrder change(String number, UnaryOperator<PlacedOrder> change) {
        PlacedOrder changed = orders.computeIfPresent(number, (same, order) -> change.apply(order));
        return changed == null ? get(number) : changed;
    }

    private static void requireOpen(PlacedOrder order) {
        if (order.isPaid()) {
            throw new ApiError(BAD, "ORDERPAID");
        }
        if (order.state().equals(PlacedOrder.CLOSED)) {
            throw new ApiError(BAD, "ORDER_CLOSED");
        }
    }
}
