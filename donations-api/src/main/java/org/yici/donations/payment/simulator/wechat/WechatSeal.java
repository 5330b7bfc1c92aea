package org.yici.donations.payment.simulator.wechat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** How WeChat Pay signs its answers and notices, and encrypts what is in a notice. */
final class WechatSeal {

    private static final int TAG_BITS = 128;
    private static final int NONCE = 12;

    private final SimulatedMerchant merchant;

    WechatSeal(SimulatedMerchant merchant) {
        this.merchant = merchant;
    }

    /** The headers of a signed answer or notice, empty ones too. */
    Map<String, String> headers(String body, Instant at) {
        return headers(body, at, merchant.wechat().getPrivate());
    }

    /** The same by somebody who has not WeChat Pay's key. */
    Map<String, String> forged(String body, Instant at) {
        return headers(body, at, merchant.keys().getPrivate());
    }

    private static Map<String, String> headers(String body, Instant at, PrivateKey key) {
        String nonce = nonce(32);
        String message = at.getEpochSecond() + "\n" + nonce + "\n" + body + "\n";
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Wechatpay-Timestamp", Long.toString(at.getEpochSecond()));
        headers.put("Wechatpay-Nonce", nonce);
        headers.put("Wechatpay-Serial", SimulatedMerchant.KEY_ID);
        headers.put("Wechatpay-Signature", Rsa.sign(key, message));
        return headers;
    }

    static String nonce() {
        return nonce(NONCE);
    }

    private static String nonce(int length) {
        return UUID.randomUUID().toString().replace("-", "").substring(0, length);
    }

    /** AES-256-GCM by the APIv3 key: what is encrypted with its tag, as base64. */
    String encrypted(String plain, String associated, String nonce) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(bytes(merchant.secret()), "AES"),
                    new GCMParameterSpec(TAG_BITS, bytes(nonce)));
            cipher.updateAAD(bytes(associated));
            return Base64.getEncoder().encodeToString(cipher.doFinal(bytes(plain)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
