package org.yici.donations.payment.alipay;

import com.alipay.api.domain.AlipayTradeFastpayRefundQueryModel;
import com.alipay.api.domain.AlipayTradeRefundModel;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.alipay.api.response.AlipayTradeFastpayRefundQueryResponse;
import com.alipay.api.response.AlipayTradeRefundResponse;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.order.RefundState;
import reactor.core.publisher.Mono;

/**
 * Money sent back. Alipay gives refunds no number of its own: they are known by ours, and one number is refunded once. An answer
 * that money moved ({@code fund_change=Y}) is final; after any other, Alipay is asked what became of the refund.
 */
final class AlipayRefunds {

    private static final Logger log = LoggerFactory.getLogger(AlipayRefunds.class);

    private final AlipayGateway gateway;

    AlipayRefunds(AlipayGateway gateway) {
        this.gateway = gateway;
    }

    Mono<RefundState> refund(RefundOrder refund) {
        AlipayTradeRefundModel model = new AlipayTradeRefundModel();
        model.setOutTradeNo(refund.order().number().value());
        model.setOutRequestNo(refund.number().value());
        model.setRefundAmount(Yuan.of(refund.amount()));
        model.setRefundReason(refund.reason());
        AlipayTradeRefundRequest request = new AlipayTradeRefundRequest();
        request.setBizModel(model);
        return gateway.ask("refund", request).flatMap(answer -> sent(refund, answer.code(), answer.response()));
    }

    private Mono<RefundState> sent(RefundOrder refund, AlipayCode code, AlipayTradeRefundResponse answer) {
        if (code.isDone()) {
            return "Y".equals(answer.getFundChange())
                    ? Mono.just(done(refund, refund.amount().fen()))
                    : query(refund);
        }
        if (code.says("SELLER_BALANCE_NOT_ENOUGH")) {
            log.warn("Alipay: refund {} waits until there is money on the charity's account", refund.number());
            return Mono.just(new RefundState.Unknown());
        }
        return query(refund).map(state -> afterRefusal(state, code));
    }

    /** Refused, but it may be that it was done before and cannot be done again. */
    private static RefundState afterRefusal(RefundState state, AlipayCode code) {
        return state.<RefundState>fold(
                done -> done, () -> state, () -> new RefundState.Failed(code.word()), failed -> failed);
    }

    Mono<RefundState> query(RefundOrder refund) {
        AlipayTradeFastpayRefundQueryModel model = new AlipayTradeFastpayRefundQueryModel();
        model.setOutTradeNo(refund.order().number().value());
        model.setOutRequestNo(refund.number().value());
        AlipayTradeFastpayRefundQueryRequest request = new AlipayTradeFastpayRefundQueryRequest();
        request.setBizModel(model);
        return gateway.ask("query refund", request).map(answer -> state(refund, answer.code(), answer.response()));
    }

    /** No status means: not received, or failed on the way; the same refund may be sent again. */
    private RefundState state(RefundOrder refund, AlipayCode code, AlipayTradeFastpayRefundQueryResponse answer) {
        if (code.says("TRADE_NOT_EXIST")) {
            return new RefundState.Unknown();
        }
        if (!code.isDone()) {
            throw gateway.outage("query refund", code.word());
        }
        @Nullable String status = answer.getRefundStatus();
        if (status == null || status.isEmpty()) {
            return new RefundState.Unknown();
        }
        OptionalLong fen = Yuan.fen(answer.getRefundAmount());
        boolean done = status.equals("REFUND_SUCCESS") && fen.isPresent();
        return done ? done(refund, fen.getAsLong()) : new RefundState.UnderWay();
    }

    private static RefundState done(RefundOrder refund, long fen) {
        return new RefundState.Done(refund.number().value(), fen);
    }
}
