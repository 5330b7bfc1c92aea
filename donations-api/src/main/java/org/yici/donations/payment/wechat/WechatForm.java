package org.yici.donations.payment.wechat;

import java.util.function.Supplier;
import org.yici.donations.payment.order.Checkout;
import org.yici.donations.payment.order.Order;

/** A way to pay at WeChat Pay. Each has request classes of its own in the SDK. */
interface WechatForm {

    /** In the stored order, and the last part of WeChat Pay's own address. */
    String word();

    /**
     * The request, made from the order alone; asking it sends it, and blocks.
     *
     * @throws NullPointerException for an order that lacks what the form needs
     */
    Supplier<Checkout> request(Order order);
}
