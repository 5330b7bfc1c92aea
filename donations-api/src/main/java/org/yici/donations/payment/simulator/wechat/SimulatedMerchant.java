package org.yici.donations.payment.simulator.wechat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The one merchant that a simulated WeChat Pay has.
 *
 * @param keys the merchant's own
 * @param wechat WeChat Pay's
 * @param secret APIv3 key, and the appid's AppSecret as well
 */
record SimulatedMerchant(KeyPair keys, KeyPair wechat, String secret) {

    static final String NUMBER = "1900000001";
    static final String APP = "wxd678efh567hg6787";
    static final String SERIAL = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
    static final String KEY_ID = "PUB_KEY_ID_0119000000012024101100397200000006";
    private static final int KEY_BITS = 2048;
    private static final int PEM_LINE = 64;

    /** The same for as long as the program runs. */
    static SimulatedMerchant one() {
        return Made.ONE;
    }

    /** Made when the first simulator asks: it takes a second. */
    private static final class Made {
        static final SimulatedMerchant ONE = new SimulatedMerchant(
                pair(), pair(), UUID.randomUUID().toString().replace("-", ""));
    }

    /**
     * What an operator would set, by the names of the properties.
     *
     * @param address of the simulator
     */
    Map<String, String> settings(String address) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("merchant", NUMBER);
        settings.put("app", APP);
        settings.put("app-secret", secret);
        settings.put("merchant-serial", SERIAL);
        settings.put("merchant-key", pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        settings.put("public-key-id", KEY_ID);
        settings.put("public-key", pem("PUBLIC KEY", wechat.getPublic().getEncoded()));
        settings.put("api-v3-key", secret);
        settings.put("base-url", address);
        settings.put("open-url", address);
        settings.put("openid-url", address);
        return settings;
    }

    private static String pem(String kind, byte[] key) {
        String lines = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(key);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
