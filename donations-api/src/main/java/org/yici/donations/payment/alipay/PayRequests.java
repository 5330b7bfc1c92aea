package org.yici.donations.payment.alipay;

import com.alipay.api.domain.AlipayTradePagePayModel;
import com.alipay.api.domain.AlipayTradePrecreateModel;
import com.alipay.api.domain.AlipayTradeWapPayModel;
import com.alipay.api.request.AlipayTradePagePayRequest;
import com.alipay.api.request.AlipayTradePrecreateRequest;
import com.alipay.api.request.AlipayTradeWapPayRequest;
import org.yici.donations.payment.order.Order;

/**
 * An order in the words of each form, built from what is stored alone: the same order with another subject or time is refused
 * as another one ({@code ACQ.CONTEXT_INCONSISTENT}).
 */
final class PayRequests {

    private final String notifyAddress;

    /** @param notifyAddress where Alipay sends its notices, a full address */
    PayRequests(String notifyAddress) {
        this.notifyAddress = notifyAddress;
    }

    AlipayTradeWapPayRequest wap(Order order) {
        AlipayTradeWapPayModel model = new AlipayTradeWapPayModel();
        model.setOutTradeNo(order.number().value());
        model.setTotalAmount(Yuan.of(order.amount()));
        model.setSubject(subject(order));
        model.setProductCode(AlipayForm.WAP.product);
        model.setQuitUrl(order.back());
        model.setTimeExpire(ShanghaiTime.of(order.expiresAt()));
        AlipayTradeWapPayRequest request = new AlipayTradeWapPayRequest();
        request.setBizModel(model);
        request.setNotifyUrl(notifyAddress);
        request.setReturnUrl(order.back());
        return request;
    }

    AlipayTradePagePayRequest page(Order order) {
        AlipayTradePagePayModel model = new AlipayTradePagePayModel();
        model.setOutTradeNo(order.number().value());
        model.setTotalAmount(Yuan.of(order.amount()));
        model.setSubject(subject(order));
        model.setProductCode(AlipayForm.PAGE.product);
        model.setTimeExpire(ShanghaiTime.of(order.expiresAt()));
        AlipayTradePagePayRequest request = new AlipayTradePagePayRequest();
        request.setBizModel(model);
        request.setNotifyUrl(notifyAddress);
        request.setReturnUrl(order.back());
        return request;
    }

    AlipayTradePrecreateRequest precreate(Order order) {
        AlipayTradePrecreateModel model = new AlipayTradePrecreateModel();
        model.setOutTradeNo(order.number().value());
        model.setTotalAmount(Yuan.of(order.amount()));
        model.setSubject(subject(order));
        model.setProductCode(AlipayForm.PRECREATE.product);
        model.setTimeExpire(ShanghaiTime.of(order.expiresAt()));
        AlipayTradePrecreateRequest request = new AlipayTradePrecreateRequest();
        request.setBizModel(model);
        request.setNotifyUrl(notifyAddress);
        return request;
    }

    /** Alipay takes no {@code / = &} in it, and prints it in the bill between commas. */
    private static String subject(Order order) {
        return order.title().replaceAll("[/=&\"]", " ").replace(',', '，');
    }
}
