package org.yici.donations.payment.order;

import java.time.LocalDate;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;

/**
 * What a provider can do, in our words. Implementations talk to it through {@link ProviderCalls}, build each request from
 * what is stored of the order alone (never from the clock: a repeated request must be the same), and never guess: whatever
 * leaves the outcome unknown is a {@link ProviderOutage}, after which the same request may be sent again.
 */
public interface PaymentProvider {

    /** In addresses, accounts and settings: {@code wechat}, {@code alipay}, {@code stripe}. */
    String word();

    /** The form that suits the donor's browser, such as {@code h5}; stored with the order. */
    String formFor(Browser browser);

    /** Makes the order known and answers how the donor pays it; the same order again is the same order. Refused: by the provider. */
    Mono<Outcome<Opened>> open(Order order);

    /** What became of an order. An order that the provider does not know is {@link OrderState.Unpaid}. */
    Mono<OrderState> query(Order order);

    /** Ends an order, so that nobody can pay it any more; then answers what {@link #query} says. */
    Mono<OrderState> close(Order order);

    /** Sends money back; the same refund again is sent back once. */
    Mono<RefundState> refund(RefundOrder refund);

    /** What became of a refund; one that the provider does not know is {@link RefundState.Unknown}: it may be sent again. */
    Mono<RefundState> queryRefund(RefundOrder refund);

    /** Reads a notice: signature and age first, on the raw bytes. Nothing is looked up or changed. */
    Outcome<Notice> read(ProviderRequest request);

    /** The provider's own words for what we made of its notice. */
    Reply reply(Heard heard);

    /** The provider's account of a day (Asia/Shanghai); refused with {@link ProviderReason#NO_BILL_YET} when it is not ready. */
    Mono<Outcome<Bill>> bill(LocalDate day);
}
