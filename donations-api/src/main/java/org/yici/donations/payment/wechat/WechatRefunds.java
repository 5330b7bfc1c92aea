package org.yici.donations.payment.wechat;

import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import java.util.Objects;
import java.util.function.Function;
import org.yici.donations.payment.order.RefundOrder;
import org.yici.donations.payment.order.RefundState;
import org.yici.ledger.Money;
import reactor.core.publisher.Mono;

/** Refunds at WeChat Pay: within 365 days, at most 50 an order, one a minute. */
final class WechatRefunds {

    private static final String NOT_KNOWN = "RESOURCE_NOT_EXISTS";
    /** The merchant's balance is short: the same refund again, later. */
    private static final String SHORT_OF_MONEY = "NOT_ENOUGH";

    private final String notices;
    private final RefundService service;
    private final WechatCalls calls;

    WechatRefunds(WechatClient client, WechatCalls calls) {
        this.notices = client.account().notices() + WechatNotices.OF_REFUNDS;
        this.service = client.refunds();
        this.calls = calls;
    }

    /** After a refusal it is asked for first: it may be there, from an earlier request whose answer was lost. */
    Mono<RefundState> refund(RefundOrder refund) {
        CreateRequest request = request(refund);
        return calls.make("refund", () -> state(service.create(request)))
                .flatMap(answer -> answer.fold(Mono::just, code -> refused(refund, code)));
    }

    Mono<RefundState> query(RefundOrder refund) {
        QueryByOutRefundNoRequest request = new QueryByOutRefundNoRequest();
        request.setOutRefundNo(refund.number().value());
        return calls.make("query refund", () -> state(service.queryByOutRefundNo(request)))
                .map(answer -> answer.fold(Function.identity(), this::unknown));
    }

    /** The address for its notice has to be given each time, or there is none. */
    private CreateRequest request(RefundOrder refund) {
        AmountReq amount = new AmountReq();
        amount.setRefund(refund.amount().fen());
        amount.setTotal(refund.order().amount().fen());
        amount.setCurrency(Money.CURRENCY);
        CreateRequest request = new CreateRequest();
        request.setOutTradeNo(refund.order().number().value());
        request.setOutRefundNo(refund.number().value());
        request.setReason(refund.reason());
        request.setNotifyUrl(notices);
        request.setAmount(amount);
        return request;
    }

    private Mono<RefundState> refused(RefundOrder refund, String code) {
        RefundState why = code.equals(SHORT_OF_MONEY) ? new RefundState.Unknown() : new RefundState.Failed(code);
        return query(refund).map(known -> known.fold(done -> known, () -> known, () -> why, failed -> known));
    }

    private RefundState unknown(String code) {
        if (code.equals(NOT_KNOWN)) {
            return new RefundState.Unknown();
        }
        throw calls.outage("query refund", code);
    }

    /**
     * Accepted is not done; CLOSED wants a new number, ABNORMAL somebody's hands.
     *
     * @throws NullPointerException for a state that the SDK does not know (it says null)
     */
    private static RefundState state(Refund refund) {
        return switch (Objects.requireNonNull(refund.getStatus())) {
            case SUCCESS ->
                new RefundState.Done(
                        Objects.requireNonNull(refund.getRefundId()),
                        Objects.requireNonNull(refund.getAmount().getRefund()));
            case PROCESSING -> new RefundState.UnderWay();
            case CLOSED -> new RefundState.Failed("CLOSED");
            case ABNORMAL -> new RefundState.Failed("ABNORMAL");
        };
    }
}
