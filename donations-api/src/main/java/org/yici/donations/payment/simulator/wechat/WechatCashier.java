package org.yici.donations.payment.simulator.wechat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.yici.donations.payment.simulator.CashierOrder;
import org.yici.donations.payment.simulator.CashierOrder.Standing;
import org.yici.donations.payment.simulator.Faults;
import org.yici.donations.payment.simulator.Letter;
import org.yici.donations.payment.simulator.NoticeKind;
import org.yici.donations.payment.simulator.SimulatedCashier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulated WeChat app: opened by a scanned code, by the page of H5, or by the window inside WeChat. */
record WechatCashier(OrderBook orders, WechatNoticeWriting notices, Faults faults, Clock clock)
        implements SimulatedCashier {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long ONE_FEN = 1;

    @Override
    public String word() {
        return "wechat";
    }

    /** Where a donor goes back to, WeChat Pay learns from the address that its page is opened with. */
    @Override
    public Optional<CashierOrder> find(String order) {
        return orders.find(order).map(placed -> {
            JsonNode asked = JSON.readTree(placed.request());
            return new CashierOrder(
                    placed.number(),
                    asked.path("description").asString(""),
                    placed.total(),
                    standing(placed, asked.path("time_expire").asString("")),
                    "");
        });
    }

    @Override
    public boolean pay(String order) {
        if (find(order).filter(seen -> seen.standing() == Standing.OPEN).isEmpty()) {
            return false;
        }
        try {
            orders.pay(order, clock.instant());
            return true;
        } catch (IllegalStateException paidMeanwhile) {
            return false;
        }
    }

    @Override
    public Letter notice(String order, NoticeKind kind) {
        return switch (kind) {
            case TRUE -> notices.paid(order).letter();
            case WRONG_AMOUNT -> notices.wrongAmount(order, ONE_FEN).letter();
            case FORGED -> notices.forged(order).letter();
        };
    }

    @Override
    public String noticePath() {
        return "/callbacks/wechat/payment";
    }

    private Standing standing(PlacedOrder placed, String end) {
        if (placed.isPaid()) {
            return Standing.PAID;
        }
        boolean over = !end.isEmpty()
                && clock.instant().isAfter(OffsetDateTime.parse(end).toInstant());
        return over || placed.state().equals(PlacedOrder.CLOSED) ? Standing.ENDED : Standing.OPEN;
    }
}
