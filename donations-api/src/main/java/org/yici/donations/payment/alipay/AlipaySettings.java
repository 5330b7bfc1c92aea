package org.yici.donations.payment.alipay;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the charity has agreed with Alipay, as the operator gave it; {@link AlipayAccount} is the checked form.
 *
 * @param appId of the application at open.alipay.com, 16 digits
 * @param sellerId the charity's account (PID), 2088 and 12 more digits
 * @param privateKey the application's, PKCS#8: PEM, the bare base64, or the path of a file with either
 * @param publicKey Alipay's, not the application's; in the same forms
 * @param baseUrl where the gateway is, without a path; Alipay's own where it is not given
 * @param pageUrl where donors' browsers find the gateway of a simulator, which itself listens on this machine only
 */
@ConfigurationProperties(AlipaySettings.PREFIX)
record AlipaySettings(
        @Nullable String appId,
        @Nullable String sellerId,
        @Nullable String privateKey,
        @Nullable String publicKey,
        @Nullable String baseUrl,
        @Nullable String pageUrl) {

    static final String PREFIX = "yici.payment.alipay";

    /** Without the key. */
    @Override
    public String toString() {
        return "AlipaySettings[" + appId + " at " + baseUrl + "]";
    }
}
