package org.yici.donations.payment.wechat;

import com.wechat.pay.java.service.payments.h5.H5Service;
import com.wechat.pay.java.service.payments.h5.model.Amount;
import com.wechat.pay.java.service.payments.h5.model.H5Info;
import com.wechat.pay.java.service.payments.h5.model.PrepayRequest;
import com.wechat.pay.java.service.payments.h5.model.SceneInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import org.yici.donations.payment.order.Checkout;
import org.yici.donations.payment.order.Order;
import org.yici.ledger.Money;

/**
 * In a phone's browser, which WeChat Pay's page hands on to the WeChat app. The page is valid for five minutes and wants to be
 * reached from the registered domain, with a Referer.
 */
final class H5Form implements WechatForm {

    static final String WORD = "h5";

    private final WechatAccount account;
    private final H5Service service;

    H5Form(WechatClient client) {
        this.account = client.account();
        this.service = client.h5();
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
        request.setSceneInfo(scene(order));
        request.setAppid(account.app());
        request.setMchid(account.merchant());
        request.setDescription(order.title());
        request.setOutTradeNo(order.number().value());
        request.setNotifyUrl(account.notices() + WechatNotices.OF_PAYMENTS);
        request.setTimeExpire(WechatTime.text(order.expiresAt()));
        String andBack = "&redirect_url=" + URLEncoder.encode(order.back(), StandardCharsets.UTF_8);
        return () -> new Checkout.Elsewhere(
                Objects.requireNonNull(service.prepay(request).getH5Url()) + andBack);
    }

    private static SceneInfo scene(Order order) {
        H5Info kind = new H5Info();
        kind.setType("Wap");
        SceneInfo scene = new SceneInfo();
        scene.setPayerClientIp(Objects.requireNonNull(order.address(), "an order on a phone has an address"));
        scene.setH5Info(kind);
        return scene;
    }
}
