package org.yici.donations.payment.alipay;

import java.net.URI;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yici.platform.outcome.RefusedStart;

/**
 * Settings that can work: each was given and parsed, the keys too.
 *
 * @param ours the application's key, which signs what we send
 * @param theirs Alipay's key, which verifies what it sends
 * @param base scheme, host and port of the gateway
 * @param pages what the gateway's address begins with for a donor's browser, with a slash at its end
 */
record AlipayAccount(String appId, String sellerId, RSAPrivateCrtKey ours, RSAPublicKey theirs, URI base, URI pages) {

    private static final Pattern APP_ID = Pattern.compile("\\d{16}");
    private static final Pattern SELLER_ID = Pattern.compile("2088\\d{12}");

    /** @throws RefusedStart naming the first setting that is missing or wrong */
    static AlipayAccount of(AlipaySettings given) {
        String appId = numbered("YICI_ALIPAY_APP_ID", given.appId(), APP_ID, "the application's number, 16 digits");
        String sellerId = numbered(
                "YICI_ALIPAY_SELLER_ID",
                given.sellerId(),
                SELLER_ID,
                "the charity's PID at Alipay, 16 digits from 2088");
        RSAPrivateCrtKey ours =
                AlipayKeys.privateKey("YICI_ALIPAY_PRIVATE_KEY", given("YICI_ALIPAY_PRIVATE_KEY", given.privateKey()));
        RSAPublicKey theirs =
                AlipayKeys.publicKey("YICI_ALIPAY_PUBLIC_KEY", given("YICI_ALIPAY_PUBLIC_KEY", given.publicKey()));
        refuseOurOwn(ours, theirs);
        URI base = GatewayAddress.of("YICI_ALIPAY_BASE_URL", given.baseUrl());
        URI pages = GatewayAddress.ofPages("YICI_ALIPAY_PAGE_URL", given.pageUrl(), base);
        return new AlipayAccount(appId, sellerId, ours, theirs, base, pages);
    }

    boolean isReachedInTheClear() {
        return "http".equals(base.getScheme());
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "AlipayAccount[" + appId + "]";
    }

    private static String numbered(String variable, @Nullable String value, Pattern form, String meaning) {
        String number = given(variable, value);
        if (!form.matcher(number).matches()) {
            throw new RefusedStart(variable + " has to be " + meaning + ".");
        }
        return number;
    }

    private static String given(String variable, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new RefusedStart(variable + " is missing: Alipay is switched on by its other settings.");
        }
        return value.strip();
    }

    /** The commonest mistake: the console shows both public keys side by side. */
    private static void refuseOurOwn(RSAPrivateCrtKey ours, RSAPublicKey theirs) {
        if (ours.getModulus().equals(theirs.getModulus())) {
            throw new RefusedStart("YICI_ALIPAY_PUBLIC_KEY is the application's own public key (应用公钥):"
                    + " Alipay's (支付宝公钥) is needed.");
        }
    }
}
