package org.yici.donations.payment.simulator.alipay;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.simulator.CashierOrder.Standing;
import org.yici.donations.payment.simulator.Numbers;

/** All that Alipay knows, in memory. An offer becomes a trade when a donor opens it, and not before. */
final class Trades {

    private final Clock clock;
    private final Map<String, Offer> offers = new LinkedHashMap<>();
    private final Map<String, Trade> trades = new LinkedHashMap<>();

    Trades(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** A code is made; nobody has scanned it yet. */
    synchronized Said offer(Offer offer, String code) {
        @Nullable Offer before = offers.putIfAbsent(offer.order(), offer);
        if (before != null && !before.isSameAs(offer)) {
            return Said.refused("ACQ.CONTEXT_INCONSISTENT");
        }
        Optional<Trade> seen = find(offer.order());
        if (seen.isPresent() && seen.get().isClosed()) {
            return Said.refused("ACQ.TRADE_HAS_CLOSE");
        }
        return seen.isPresent() && seen.get().isPaid()
                ? Said.refused("ACQ.TRADE_HAS_SUCCESS")
                : Said.done().and("out_trade_no", offer.order()).and("qr_code", code);
    }

    /** A donor opens Alipay's page. Empty when there is nothing to pay any more, or it is another order of the same number. */
    synchronized Optional<Trade> open(Offer offer) {
        @Nullable Offer before = offers.putIfAbsent(offer.order(), offer);
        boolean payable = (before == null || before.isSameAs(offer)) && !now().isAfter(offer.expiresAt());
        if (payable) {
            trades.computeIfAbsent(offer.order(), order -> new Trade(offer, number()));
        }
        return find(offer.order()).filter(trade -> payable && !trade.isClosed());
    }

    /** What a donor sees of an order, if there is one: by looking at it, it becomes a trade as long as it can be paid. */
    synchronized Optional<Seen> look(String order) {
        return Optional.ofNullable(offers.get(order)).map(offer -> new Seen(offer, standing(offer)));
    }

    record Seen(Offer offer, Standing standing) {}

    private Standing standing(Offer offer) {
        boolean open = open(offer).isPresent();
        boolean paid = find(offer.order()).filter(Trade::isPaid).isPresent();
        return paid ? Standing.PAID : open ? Standing.OPEN : Standing.ENDED;
    }

    /** A donor scans a code. */
    synchronized Optional<Trade> scan(String order) {
        return Optional.ofNullable(offers.get(order)).flatMap(this::open);
    }

    /** False when it cannot be paid: closed, or too late. Paying twice is paying once. */
    synchronized boolean pay(String order) {
        Optional<Trade> trade = scan(order);
        trade.filter(one -> !one.isPaid()).ifPresent(one -> one.pay(now()));
        return trade.isPresent();
    }

    /** The donor's money comes although the order is closed or its time over, as it may when clocks or banks disagree. */
    synchronized void payLate(String order) {
        @Nullable Offer offer = offers.get(order);
        if (offer == null) {
            throw new IllegalStateException("nobody has opened " + order);
        }
        trades.computeIfAbsent(order, unseen -> new Trade(offer, number())).pay(now());
    }

    /** An unpaid trade ends by itself when its time is over. */
    synchronized Optional<Trade> find(String order) {
        @Nullable Trade trade = trades.get(order);
        if (trade != null && !trade.isPaid() && now().isAfter(trade.offer.expiresAt())) {
            trade.close();
        }
        return Optional.ofNullable(trade);
    }

    synchronized List<Trade> all() {
        return List.copyOf(trades.values());
    }

    private String number() {
        return Numbers.fresh(Times.day(now()).toString().replace("-", "") + "2200", 16);
    }
}
