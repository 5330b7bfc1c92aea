package org.yici.donations.payment.simulator.wechat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.yici.donations.payment.simulator.Numbers;

/** What happened to the merchant's money on a day in Shanghai, for the bills. */
final class Movements {

    private final OrderBook orders;
    private final RefundBook refunds;
    private final BillFlaws flaws;
    private final List<Settlement> settlements = new CopyOnWriteArrayList<>();

    Movements(OrderBook orders, RefundBook refunds, BillFlaws flaws) {
        this.orders = orders;
        this.refunds = refunds;
        this.flaws = flaws;
    }

    /** Money paid out to the merchant's bank. */
    record Settlement(String number, long fen, Instant at) {}

    void settle(long fen, Instant at) {
        settlements.add(new Settlement(Numbers.fresh("90", 26), fen, at));
    }

    List<PlacedOrder> payments(LocalDate day) {
        return flaws.of(orders.paid())
                .filter(order -> isOn(day, Objects.requireNonNull(order.paidAt())))
                .toList();
    }

    List<PlacedRefund> refunds(LocalDate day) {
        return refunds.all().stream()
                .filter(refund -> !refund.status().equals(PlacedRefund.CLOSED))
                .filter(refund -> isOn(day, refund.at()))
                .toList();
    }

    List<Settlement> settlements(LocalDate day) {
        return settlements.stream()
                .filter(settlement -> isOn(day, settlement.at()))
                .toList();
    }

    private static boolean isOn(LocalDate day, Instant at) {
        return LocalDate.ofInstant(at, Papers.SHANGHAI).equals(day);
    }
}
