package org.yici.donations.payment.simulator.alipay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.simulator.Loopback;
import tools.jackson.databind.JsonNode;

/** The two bills of a day: of trades, and of the merchant's account with fees and the payout to the bank. */
final class Bills {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final Trades trades;
    private final String sellerId;
    private final BillFlaws flaws = new BillFlaws();

    Bills(Trades trades, String sellerId) {
        this.trades = trades;
        this.sellerId = sellerId;
    }

    BillFlaws flaws() {
        return flaws;
    }

    /** A day that is not over, or on which nothing moved, has no bill. */
    Said address(String here, JsonNode content) {
        LocalDate day = LocalDate.parse(content.path("bill_date").asString());
        boolean over = day.isBefore(Times.day(trades.now()));
        if (!over || flaws.apply(day, rows(day)).isEmpty()) {
            return Said.refused("isp.BILL_NOT_EXIST");
        }
        String type = content.path("bill_type").asString();
        return Said.done().and("bill_download_url", "%s/bill/%s/%s.zip".formatted(here, type, day));
    }

    /** @param path as {@link #address} gave it */
    Loopback.Answer file(String path) {
        String[] parts = path.split("[/.]", -1);
        LocalDate day = LocalDate.parse(parts[3]);
        return switch (parts[2]) {
            case "trade" -> zip(TradeBillText.of(sellerId, day, flaws.apply(day, rows(day))), "业务明细", day);
            case "signcustomer" -> zip(AccountBillText.of(sellerId, day, rows(day)), "账务明细", day);
            default -> Loopback.Answer.text(NOT_FOUND, "text/plain", "");
        };
    }

    private Loopback.Answer zip(String text, String name, LocalDate day) {
        String file = "%s0156_%s_%s".formatted(sellerId, day.toString().replace("-", ""), name);
        return new Loopback.Answer(OK, Map.of("Content-Type", "application/zip"), BillZipFile.of(file, text));
    }

    private List<BillRow> rows(LocalDate day) {
        synchronized (trades) {
            List<BillRow> rows = new ArrayList<>();
            trades.all().forEach(trade -> add(rows, trade));
            rows.removeIf(row -> !Times.day(row.at()).equals(day));
            rows.sort(Comparator.comparing(BillRow::at));
            return rows;
        }
    }

    private static void add(List<BillRow> rows, Trade trade) {
        Offer offer = trade.offer;
        @Nullable Instant paidAt = trade.paidAt();
        if (paidAt != null) {
            rows.add(new BillRow(trade.number, offer.order(), "", offer.subject(), offer.fen(), paidAt));
        }
        for (Trade.Refund refund : trade.refunds.values()) {
            rows.add(new BillRow(
                    trade.number, offer.order(), refund.number(), offer.subject(), refund.fen(), refund.at()));
        }
    }
}
