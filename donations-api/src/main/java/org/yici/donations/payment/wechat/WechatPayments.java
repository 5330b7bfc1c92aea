package org.yici.donations.payment.wechat;

import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.model.TransactionAmount;
import java.util.Objects;
import org.yici.donations.payment.order.OrderState;
import org.yici.donations.payment.order.Payment;
import org.yici.ledger.Money;

/** What the SDK's transaction says, in our words. */
final class WechatPayments {

    private WechatPayments() {}

    /**
     * An order whose money went back (REFUND) was paid all the same.
     *
     * @throws NullPointerException for a state that the SDK does not know (it says null), or a payment without its number
     */
    static OrderState state(Transaction transaction) {
        return switch (Objects.requireNonNull(transaction.getTradeState())) {
            case SUCCESS, REFUND -> new OrderState.Paid(payment(transaction));
            case NOTPAY, USERPAYING, PAYERROR, ACCEPT -> new OrderState.Unpaid();
            case CLOSED, REVOKED -> new OrderState.Ended();
        };
    }

    /**
     * What was asked of the donor, not what a coupon left of it. A currency that is not named is CNY.
     *
     * @throws NullPointerException when something of it is not there
     */
    static Payment payment(Transaction transaction) {
        TransactionAmount amount = transaction.getAmount();
        return new Payment(
                Objects.requireNonNull(transaction.getOutTradeNo()),
                Objects.requireNonNull(transaction.getTransactionId()),
                Objects.requireNonNull(amount.getTotal()),
                Objects.requireNonNullElse(amount.getCurrency(), Money.CURRENCY));
    }
}
