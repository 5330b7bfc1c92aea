package org.yici.donations.payment.order;

import org.jspecify.annotations.Nullable;

/** What the donor looks with; decides which form of payment is offered. */
public enum Browser {
    /** Inside WeChat. */
    WECHAT,
    /** Inside Alipay. */
    ALIPAY,
    PHONE,
    DESKTOP;

    /** @param userAgent the header; null when there is none */
    public static Browser of(@Nullable String userAgent) {
        String agent = userAgent == null ? "" : userAgent;
        if (agent.contains("MicroMessenger")) {
            return WECHAT;
        }
        if (agent.contains("AlipayClient")) {
            return ALIPAY;
        }
        return agent.contains("Mobile") || agent.contains("Android") || agent.contains("iPhone") ? PHONE : DESKTOP;
    }
}
