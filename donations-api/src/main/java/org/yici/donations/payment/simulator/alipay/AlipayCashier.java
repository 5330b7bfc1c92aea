package org.yici.donations.payment.simulator.alipay;

import java.util.Map;
import java.util.Optional;
import org.yici.donations.payment.simulator.CashierOrder;
import org.yici.donations.payment.simulator.CashierOrder.Standing;
import org.yici.donations.payment.simulator.Faults;
import org.yici.donations.payment.simulator.Letter;
import org.yici.donations.payment.simulator.NoticeKind;
import org.yici.donations.payment.simulator.SimulatedCashier;

/** The simulated Alipay app, or its page on a desktop. Whoever looks at an order there has scanned its code. */
record AlipayCashier(Trades trades, Notices notices, Faults faults) implements SimulatedCashier {

    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
    private static final long ONE_FEN = 1;

    @Override
    public String word() {
        return "alipay";
    }

    @Override
    public Optional<CashierOrder> find(String order) {
        return trades.look(order)
                .map(seen -> new CashierOrder(
                        order,
                        seen.offer().subject(),
                        seen.offer().fen(),
                        seen.standing(),
                        seen.offer().returnAddress()));
    }

    @Override
    public boolean pay(String order) {
        return find(order).filter(seen -> seen.standing() == Standing.OPEN).isPresent() && trades.pay(order);
    }

    @Override
    public Letter notice(String order, NoticeKind kind) {
        SimulatedNotice good = notices.of(trades.find(order).orElseThrow(), trades.now());
        SimulatedNotice notice =
                switch (kind) {
                    case TRUE -> good;
                    case WRONG_AMOUNT -> good.wrongAmount(ONE_FEN);
                    case FORGED -> good.forged();
                };
        return new Letter(Map.of("Content-Type", FORM), notice.body());
    }

    @Override
    public String noticePath() {
        return "/callbacks/alipay";
    }
}
