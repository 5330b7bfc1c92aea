package org.yici.donations.payment.simulator.alipay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Flaws planted in the bill of trades; its totals follow them, so that only matching line by line finds them. */
public final class BillFlaws {

    private final Set<String> leftOut = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> misstated = new ConcurrentHashMap<>();
    private final Map<LocalDate, Long> foreign = new ConcurrentHashMap<>();

    /** No line says that this order was paid. */
    public void leaveOut(String order) {
        leftOut.add(order);
    }

    /** This order's line says {@code by} fen more. */
    public void misstate(String order, long by) {
        misstated.put(order, by);
    }

    /** That day has a line of {@code fen} for an order that nobody made. */
    public void addForeign(LocalDate day, long fen) {
        foreign.put(day, fen);
    }

    List<BillRow> apply(LocalDate day, List<BillRow> rows) {
        List<BillRow> flawed = new ArrayList<>();
        for (BillRow row : rows) {
            if (row.isRefund()) {
                flawed.add(row);
            } else if (!leftOut.contains(row.order())) {
                flawed.add(row.plus(misstated.getOrDefault(row.order(), 0L)));
            }
        }
        if (foreign.containsKey(day)) {
            flawed.add(foreign(Times.lateOn(day), foreign.getOrDefault(day, 0L)));
        }
        return flawed;
    }

    private static BillRow foreign(Instant at, long fen) {
        return new BillRow("9999999922009999999999999999", "NOBODYMADETHISORDER", "", "别处的订单", fen, at);
    }
}
