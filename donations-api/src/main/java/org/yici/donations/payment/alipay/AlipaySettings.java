package org.yici.donations.payment.alipay;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the charity has agreed with Alipay, as the operator gave it; {@link AlipayAccount} is the checked form.
 *
 * @param appId of the application at open.alipay.com, 16 digits
 * @param sellerId the charity's account (PID), 2088 and 12 more digits
 * @param privateKey the application's, PKCS#8: PEM, the bare base64, or the path of a file with either
 * @param publicKey Alipay's, not the application's; in the same forms
 * @param baseUrl where the gateway is, without a path
 */
@ConfigurationProperties(AlipaySettings.PREFIX)
record AlipaySettings(
        @Nullable String appId,
        @Nullable String sellerId,
        @Nullable String privateKey,
        @Nullable String publicKey,
        @DefaultValue("https://openapi.alipay.com") String baseUrl) {

    static final String PREFIX = "yici.payment.alipay";

    /** Without the key. */
    @Override
    public String toString() {
        return "AlipaySettings[" + appId + " at " + baseUrl + "]";
    }
}
