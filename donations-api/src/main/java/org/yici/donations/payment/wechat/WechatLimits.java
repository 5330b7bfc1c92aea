package org.yici.donations.payment.wechat;

import java.time.Duration;

/**
 * How long the SDK may take, inside the limit of {@link org.yici.donations.payment.order.ProviderCalls}.
 *
 * @param call the whole call, the answer's body with it: nothing else bounds that
 */
record WechatLimits(Duration connect, Duration read, Duration call) {

    static final WechatLimits USUAL =
            new WechatLimits(Duration.ofSeconds(2), Duration.ofSeconds(6), Duration.ofSeconds(8));
}
