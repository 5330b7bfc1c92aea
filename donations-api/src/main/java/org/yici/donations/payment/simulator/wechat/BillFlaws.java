package org.yici.donations.payment.simulator.wechat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Mistakes planted into bills: each is to be found by whoever reconciles. The books themselves stay right. */
public final class BillFlaws {

    private final Set<String> leftOut = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> misstated = new ConcurrentHashMap<>();
    private final List<PlacedOrder> foreign = new CopyOnWriteArrayList<>();

    BillFlaws() {}

    /** A payment that the bill does not tell of. */
    public void leaveOut(String order) {
        leftOut.add(order);
    }

    /** A payment whose amount the bill has wrong by so many fen. */
    public void misstate(String order, long byFen) {
        misstated.put(order, byFen);
    }

    /** A payment that the merchant knows nothing of. */
    public void addForeign(String order, long fen, Instant at) {
        foreign.add(new PlacedOrder(order, "native", "", fen, "", PlacedOrder.PAID, "4299" + order, at));
    }

    Stream<PlacedOrder> of(List<PlacedOrder> paid) {
        return Stream.concat(
                paid.stream().filter(order -> !leftOut.contains(order.number())).map(this::misstated),
                foreign.stream());
    }

    private PlacedOrder misstated(PlacedOrder order) {
        long total = order.total() + misstated.getOrDefault(order.number(), 0L);
        return new PlacedOrder(
                order.number(),
                order.form(),
                order.request(),
                total,
                order.notifyUrl(),
                order.state(),
                order.transaction(),
                order.paidAt());
    }
}
