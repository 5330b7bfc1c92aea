package org.yici.donations.payment.wechat;

import com.wechat.pay.java.service.payments.jsapi.JsapiServiceExtension;
import com.wechat.pay.java.service.payments.jsapi.model.Amount;
import com.wechat.pay.java.service.payments.jsapi.model.Payer;
import com.wechat.pay.java.service.payments.jsapi.model.PrepayRequest;
import com.wechat.pay.java.service.payments.jsapi.model.PrepayWithRequestPaymentResponse;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.yici.donations.payment.order.Checkout;
import org.yici.donations.payment.order.Order;
import org.yici.ledger.Money;

/** Inside WeChat, by its own script. The payer is the donor's openid, see {@link WechatOpenid}. */
final class JsapiForm implements WechatForm {

    static final String WORD = "jsapi";
    /** What the SDK makes of an answer that names no prepay_id. */
    private static final String NOTHING = "prepay_id=null";

    private final WechatAccount account;
    private final JsapiServiceExtension service;

    JsapiForm(WechatClient client) {
        this.account = client.account();
        this.service = client.jsapi();
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
        Payer payer = new Payer();
        payer.setOpenid(Objects.requireNonNull(order.payer(), "an order inside WeChat has a payer"));
        PrepayRequest request = new PrepayRequest();
        request.setAmount(amount);
        request.setPayer(payer);
        request.setAppid(account.app());
        request.setMchid(account.merchant());
        request.setDescription(order.title());
        request.setOutTradeNo(order.number().value());
        request.setNotifyUrl(account.notices() + WechatNotices.OF_PAYMENTS);
        request.setTimeExpire(WechatTime.text(order.expiresAt()));
        return () -> checkout(service.prepayWithRequestPayment(request));
    }

    /** Named as {@code WeixinJSBridge.invoke('getBrandWCPayRequest', …)} takes them. */
    private static Checkout checkout(PrepayWithRequestPaymentResponse signed) {
        if (signed.getPackageVal().equals(NOTHING)) {
            throw new IllegalStateException("no prepay_id");
        }
        return new Checkout.InWechat(Map.of(
                "appId", signed.getAppId(),
                "timeStamp", signed.getTimeStamp(),
                "nonceStr", signed.getNonceStr(),
                "package", signed.getPackageVal(),
                "signType", signed.getSignType(),
                "paySign", signed.getPaySign()));
    }
}
