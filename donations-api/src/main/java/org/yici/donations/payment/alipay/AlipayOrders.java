package org.yici.donations.payment.alipay;

import com.alipay.api.domain.AlipayTradeCloseModel;
import com.alipay.api.domain.AlipayTradeQueryModel;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.response.AlipayTradeQueryResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.OrderState;
import org.yici.donations.payment.order.Payment;
import org.yici.ledger.Money;
import reactor.core.publisher.Mono;

/** What became of an order, and its end. */
final class AlipayOrders {

    private static final String NO_SUCH_TRADE = "TRADE_NOT_EXIST";

    /** By how much Alipay's clock and ours may differ. */
    private static final Duration BETWEEN_CLOCKS = Duration.ofMinutes(1);

    private final AlipayGateway gateway;
    private final Clock clock;

    AlipayOrders(AlipayGateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    Mono<OrderState> query(Order order) {
        AlipayTradeQueryModel model = new AlipayTradeQueryModel();
        model.setOutTradeNo(order.number().value());
        AlipayTradeQueryRequest request = new AlipayTradeQueryRequest();
        request.setBizModel(model);
        return gateway.ask("query", request).map(answer -> state(order, answer.code(), answer.response()));
    }

    /** Alipay refuses to close what is paid or closed already, in several words: whatever it says, it is asked how it stands. */
    Mono<OrderState> close(Order order) {
        AlipayTradeCloseModel model = new AlipayTradeCloseModel();
        model.setOutTradeNo(order.number().value());
        AlipayTradeCloseRequest request = new AlipayTradeCloseRequest();
        request.setBizModel(model);
        return gateway.ask("close", request)
                .flatMap(answer -> answer.code().says(NO_SUCH_TRADE) ? Mono.just(neverSeen(order)) : query(order));
    }

    /** Nobody has opened Alipay's page yet. Its address says until when that can be done, so afterwards nobody will. */
    private OrderState neverSeen(Order order) {
        boolean over = clock.instant().isAfter(order.expiresAt().plus(BETWEEN_CLOCKS));
        return over ? new OrderState.Ended() : new OrderState.Unpaid();
    }

    private OrderState state(Order order, AlipayCode code, AlipayTradeQueryResponse trade) {
        if (code.says(NO_SUCH_TRADE)) {
            return new OrderState.Unpaid();
        }
        if (!code.isDone()) {
            throw gateway.outage("query", code.word());
        }
        if (!order.number().value().equals(trade.getOutTradeNo())) {
            throw gateway.outage("query", "another order");
        }
        return switch (String.valueOf(trade.getTradeStatus())) {
            case "WAIT_BUYER_PAY" -> new OrderState.Unpaid();
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> paid(trade);
            case "TRADE_CLOSED" -> wasPaid(order, trade) ? paid(trade) : new OrderState.Ended();
            default -> throw gateway.outage("query", "unknown state");
        };
    }

    /** A closed trade was never paid, or is wholly refunded: then it has a time of payment, or we have it as paid. */
    private static boolean wasPaid(Order order, AlipayTradeQueryResponse trade) {
        return order.payment() != null || trade.getSendPayDate() != null;
    }

    private OrderState paid(AlipayTradeQueryResponse trade) {
        OptionalLong fen = Yuan.fen(trade.getTotalAmount());
        @Nullable String number = trade.getTradeNo();
        if (fen.isEmpty() || number == null) {
            throw gateway.outage("query", "no amount or number");
        }
        @Nullable String currency = trade.getTransCurrency();
        return new OrderState.Paid(new Payment(
                trade.getOutTradeNo(), number, fen.getAsLong(), currency == null ? Money.CURRENCY : currency));
    }
}
