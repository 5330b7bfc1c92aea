package org.yici.donations.payment.alipay;

import com.alipay.api.AbstractAlipayClient;
import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayConfig;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipayLogger;
import java.lang.invoke.MethodHandles;
import java.security.Key;
import java.security.Security;
import java.util.Base64;

/**
 * The official SDK, unmodified, with two of its habits undone once for the whole JVM: when it is loaded it switches off the
 * checks of weak certificate algorithms for everybody, and it logs signed requests with everything in them.
 */
final class AlipaySdk {

    private static final String WEAK_ALGORITHMS = "jdk.certpath.disabledAlgorithms";

    static {
        AlipayLogger.setNeedEnableLogger(false);
        load();
    }

    private AlipaySdk() {}

    /** @throws IllegalStateException never, for a checked account */
    static AlipayClient client(AlipayAccount account, OneTry wire) {
        AlipayConfig config = new AlipayConfig();
        config.setServerUrl(account.base().resolve("gateway.do").toString());
        config.setAppId(account.appId());
        config.setPrivateKey(inBase64(account.ours()));
        config.setAlipayPublicKey(inBase64(account.theirs()));
        config.setFormat("json");
        config.setCharset("UTF-8");
        config.setSignType("RSA2");
        config.setCustomizedHttpClient(wire);
        try {
            return new DefaultAlipayClient(config);
        } catch (AlipayApiException wrong) {
            throw new IllegalStateException(wrong.getClass().getSimpleName());
        }
    }

    /** One line without the PEM frame, which the SDK would take for part of the key. */
    static String inBase64(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static void load() {
        String before = Security.getProperty(WEAK_ALGORITHMS);
        try {
            MethodHandles.lookup().ensureInitialized(AbstractAlipayClient.class);
        } catch (IllegalAccessException missing) {
            throw new IllegalStateException(missing);
        } finally {
            Security.setProperty(WEAK_ALGORITHMS, before == null ? "" : before);
        }
    }
}
