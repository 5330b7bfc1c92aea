package org.yici.donations.payment.wechat;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator gives, unchecked; each is the variable {@code YICI_WECHAT_…} of the same name. {@link WechatAccount} says
 * what each has to be.
 *
 * @param appSecret the secret itself, or {@code file:} and the path of a file with it; so is apiV3Key
 * @param merchantKey PEM (PKCS#8), or the path of a file with it
 * @param publicKey WeChat Pay's own, PEM or the path of a file with it
 * @param baseUrl where WeChat Pay is
 * @param openUrl where a browser inside WeChat is sent to say who it is
 * @param openidUrl where we ask what WeChat said of it
 */
@ConfigurationProperties("yici.payment.wechat")
record WechatSettings(
        @Nullable String merchant,
        @Nullable String app,
        @Nullable String appSecret,
        @Nullable String merchantSerial,
        @Nullable String merchantKey,
        @Nullable String publicKeyId,
        @Nullable String publicKey,
        @Nullable String apiV3Key,
        @Nullable String baseUrl,
        @Nullable String openUrl,
        @Nullable String openidUrl) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "WechatSettings[" + merchant + "]";
    }
}
