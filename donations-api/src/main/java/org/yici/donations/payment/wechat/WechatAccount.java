package org.yici.donations.payment.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Our account at WeChat Pay, checked: the SDK itself looks at most of it only when a donor is waiting.
 *
 * @param merchant mchid
 * @param app appid of the official account that the merchant is bound to
 * @param notices where WeChat Pay sends its notices; {@code /payment} or {@code /refund} follows
 */
record WechatAccount(
        String merchant,
        String app,
        String appSecret,
        RSAPublicKeyConfig sdk,
        HttpUrl base,
        HttpUrl open,
        HttpUrl openid,
        String notices) {

    static final HttpUrl PAY = HttpUrl.get("https://api.mch.weixin.qq.com");
    private static final HttpUrl OPEN = HttpUrl.get("https://open.weixin.qq.com");
    private static final HttpUrl OPENID = HttpUrl.get("https://api.weixin.qq.com");

    private static final Pattern MERCHANT = Pattern.compile("[0-9]{8,10}");
    private static final Pattern APP = Pattern.compile("wx[0-9a-zA-Z]{16}");
    private static final Pattern SERIAL = Pattern.compile("[0-9A-Fa-f]{8,40}");
    private static final Pattern KEY_ID = Pattern.compile("PUB_KEY_ID_[0-9A-Za-z]+");
    private static final Pattern SECRET = Pattern.compile("[0-9A-Za-z]{32}");

    /**
     * @param publicUrl the front door, as WeChat Pay reaches it
     * @throws org.yici.platform.outcome.RefusedStart with a sentence for each setting that is missing or wrong
     */
    static WechatAccount of(WechatSettings given, String publicUrl) {
        SettingsCheck check = new SettingsCheck();
        String merchant = check.text(
                "YICI_WECHAT_MERCHANT", given.merchant(), MERCHANT, "the merchant number (mchid), 8 to 10 digits");
        String app = check.text(
                "YICI_WECHAT_APP",
                given.app(),
                APP,
                "the appid that the merchant is bound to, wx and 16 letters or digits");
        String secret = check.secret(
                "YICI_WECHAT_APP_SECRET",
                given.appSecret(),
                SECRET,
                "the AppSecret of that appid, 32 letters or digits");
        HttpUrl base = check.address("YICI_WECHAT_BASE_URL", given.baseUrl(), PAY);
        HttpUrl open = check.page("YICI_WECHAT_OPEN_URL", given.openUrl(), OPEN);
        HttpUrl openid = check.address("YICI_WECHAT_OPENID_URL", given.openidUrl(), OPENID);
        check.require(
                publicUrl.startsWith("https://") || !base.equals(PAY),
                "YICI_PUBLIC_URL is wrong: WeChat Pay sends its notices to https addresses only.");
        Optional<RSAPublicKeyConfig> sdk = sdk(check, given, merchant);
        check.throwIfAny();
        return new WechatAccount(
                merchant, app, secret, sdk.orElseThrow(), base, open, openid, publicUrl + "/callbacks/wechat");
    }

    private static Optional<RSAPublicKeyConfig> sdk(SettingsCheck check, WechatSettings given, String merchant) {
        String serial = check.text(
                "YICI_WECHAT_MERCHANT_SERIAL",
                given.merchantSerial(),
                SERIAL,
                "the serial number of the merchant's API certificate, hexadecimal");
        Optional<PrivateKey> key = check.key(
                "YICI_WECHAT_MERCHANT_KEY",
                given.merchantKey(),
                "the private key of the merchant's API certificate (apiclient_key.pem), or its file",
                Pem::privateKey);
        String keyId = check.text(
                "YICI_WECHAT_PUBLIC_KEY_ID",
                given.publicKeyId(),
                KEY_ID,
                "the id of WeChat Pay's public key, which begins with PUB_KEY_ID_");
        Optional<PublicKey> theirs = check.key(
                "YICI_WECHAT_PUBLIC_KEY",
                given.publicKey(),
                "WeChat Pay's public key (pub_key.pem), or its file",
                Pem::publicKey);
        String v3 = check.secret(
                "YICI_WECHAT_API_V3_KEY", given.apiV3Key(), SECRET, "the APIv3 key, exactly 32 letters or digits");
        return key.flatMap(ours -> theirs.map(known -> new RSAPublicKeyConfig.Builder()
                .merchantId(merchant)
                .privateKey(ours)
                .merchantSerialNumber(serial)
                .publicKey(known)
                .publicKeyId(keyId)
                .apiV3Key(v3)
                .build()));
    }

    /** As only a simulator is. */
    boolean isReachedInTheClear() {
        return !base.isHttps();
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "WechatAccount[" + merchant + "]";
    }
}
