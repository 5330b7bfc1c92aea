package org.yici.donations.payment.wechat;

import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import java.util.Objects;
import java.util.function.Supplier;
import org.yici.donations.payment.order.Checkout;
import org.yici.donations.payment.order.Order;
import org.yici.ledger.Money;

/** A code on a big screen, to be scanned with the phone; valid for two hours. */
final class NativeForm implements WechatForm {

    static final String WORD = "native";

    private final WechatAccount account;
    private final NativePayService service;

    NativeForm(WechatClient client) {
        this.account = client.account();
        this.service = client.nativePay();
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Supplier<Checkout> request(Order order) {
        Amount amount = new Amount();
        amount.setTotal(Math.toIntExact(order.amount().fen()));
        amount.setCurrency(Money.CURRENCY);
        PrepayRequest request = new PrepayRequest();
        request.setAmount(amount);
        request.setAppid(account.app());
        request.setMchid(account.merchant());
        request.setDescription(order.title());
        request.setOutTradeNo(order.number().value());
        request.setNotifyUrl(account.notices() + WechatNotices.OF_PAYMENTS);
        request.setTimeExpire(WechatTime.text(order.expiresAt()));
        return () -> new Checkout.ToScan(
                Objects.requireNonNull(service.prepay(request).getCodeUrl()));
    }
}
