package org.yici.donations.payment.wechat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as WeChat Pay wants them. */
final class WechatTime {

    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private WechatTime() {}

    /** Such as {@code 2026-09-24T10:30:00+08:00}. */
    static String text(Instant at) {
        return RFC_3339.format(at);
    }
}
