package org.yici.donations.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.yici.donations.payment.order.Notice;
import org.yici.donations.payment.order.ProviderRequest;
import org.yici.platform.outcome.Outcome;

/** Notices that are rightly signed and still strange; WeChat Pay would have to go mad first. */
class WechatStrangeNoticesTest {

    private static final KeyPair OURS = pair();
    private static final KeyPair THEIRS = pair();
    private static final String SECRET = "0123456789abcdef0123456789ABCDEF";
    private static final String KEY_ID = "PUB_KEY_ID_01";
    private static final String MERCHANT = "1900000001";

    private final WechatNotices notices = new WechatNotices(account());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xml/>",
                "",
                "null",
                "[]",
                "{\"id\":\"1\"}",
                "{\"id\":\"1\",\"event_type\":\"TRANSACTION.SUCCESS\"}",
                "{\"id\":\"1\",\"event_type\":\"REFUND.SUCCESS\",\"resource\":{}}"
            })
    void what_has_no_content_is_unreadable(String body) throws Exception {
        assertThat(reasonOf(body)).isEqualTo("payment-unreadable");
    }

    @Test
    void what_is_encrypted_with_another_key_is_unreadable() throws Exception {
        String body = body("TRANSACTION.SUCCESS", "{}", "ffffffffffffffffffffffffffffffff");
        assertThat(reasonOf(body)).isEqualTo("payment-unreadable");
    }

    @Test
    void without_the_data_that_the_encryption_covers_it_is_unreadable() throws Exception {
        String body = body("TRANSACTION.SUCCESS", "{}", SECRET).replace(",\"associated_data\":\"x\"", "");
        assertThat(reasonOf(body)).isEqualTo("payment-unreadable");
    }

    @Test
    void a_payment_that_names_nobody_is_another_merchants() throws Exception {
        assertThat(reasonOf(body("TRANSACTION.SUCCESS", "{}", SECRET))).isEqualTo("payment-other-merchant");
        assertThat(reasonOf(body("REFUND.SUCCESS", "{}", SECRET))).isEqualTo("payment-other-merchant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{M}",
                "{M,\"trade_state\":\"NOTPAY\"}",
                "{M,\"trade_state\":\"NEWSTATE\",\"out_trade_no\":\"G1\",\"transaction_id\":\"4\",\"amount\":{\"total\":1}}",
                "{M,\"trade_state\":\"SUCCESS\",\"out_trade_no\":\"G1\",\"transaction_id\":\"4\"}",
                "{M,\"trade_state\":\"SUCCESS\",\"out_trade_no\":\"G1\",\"amount\":{\"total\":1}}",
                "{M,\"trade_state\":\"SUCCESS\",\"transaction_id\":\"4\",\"amount\":{\"total\":1}}",
                "{M,\"trade_state\":\"SUCCESS\",\"out_trade_no\":\"G1\",\"transaction_id\":\"4\",\"amount\":{\"total\":1.5}}"
            })
    void a_payment_of_which_something_is_missing_is_unreadable(String inside) throws Exception {
        assertThat(reasonOf(body("TRANSACTION.SUCCESS", inside.replace("M", merchant()), SECRET)))
                .isEqualTo("payment-unreadable");
    }

    @Test
    void a_currency_that_is_not_named_is_yuan() throws Exception {
        String inside = "{" + merchant()
                + ",\"trade_state\":\"SUCCESS\",\"out_trade_no\":\"G1\",\"transaction_id\":\"4\",\"amount\":{\"total\":1}}";
        assertThat(read(body("TRANSACTION.SUCCESS", inside, SECRET)).map(Object::toString))
                .isEqualTo(Outcome.done("Paid[event=EV-1, payment=Payment[order=G1, number=4, fen=1, currency=CNY]]"));
    }

    @Test
    void what_moves_no_money_is_heard_and_forgotten() throws Exception {
        assertThat(read(body("COUPON.USE", "{}", SECRET))).isEqualTo(Outcome.done(new Notice.Other("EV-1")));
    }

    private static String merchant() {
        return "\"mchid\":\"" + MERCHANT + "\",\"appid\":\"wxd678efh567hg6787\"";
    }

    private String reasonOf(String body) throws Exception {
        return WechatWorld.reasonOf(read(body));
    }

    private Outcome<Notice> read(String body) throws Exception {
        Instant now = Instant.now();
        String message = now.getEpochSecond() + "\nn\n" + body + "\n";
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(THEIRS.getPrivate());
        signature.update(message.getBytes(StandardCharsets.UTF_8));
        HttpHeaders headers = new HttpHeaders();
        headers.add("Wechatpay-Timestamp", Long.toString(now.getEpochSecond()));
        headers.add("Wechatpay-Nonce", "n");
        headers.add("Wechatpay-Serial", KEY_ID);
        headers.add("Wechatpay-Signature", Base64.getEncoder().encodeToString(signature.sign()));
        return notices.read(new ProviderRequest("payment", headers, body.getBytes(StandardCharsets.UTF_8), now));
    }

    private static String body(String event, String inside, String key) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "AES"),
                new GCMParameterSpec(128, "abcdefghijkl".getBytes(StandardCharsets.UTF_8)));
        cipher.updateAAD("x".getBytes(StandardCharsets.UTF_8));
        String text = Base64.getEncoder().encodeToString(cipher.doFinal(inside.getBytes(StandardCharsets.UTF_8)));
        return "{\"id\":\"EV-1\",\"event_type\":\"" + event
                + "\",\"resource\":{\"algorithm\":\"AEAD_AES_256_GCM\",\"nonce\":\"abcdefghijkl\",\"ciphertext\":\""
                + text
                + "\",\"associated_data\":\"x\"}}";
    }

    private static WechatAccount account() {
        return WechatAccount.of(
                new WechatSettings(
                        MERCHANT,
                        "wxd678efh567hg6787",
                        SECRET,
                        "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
                        pem("PRIVATE KEY", OURS.getPrivate().getEncoded()),
                        KEY_ID,
                        pem("PUBLIC KEY", THEIRS.getPublic().getEncoded()),
                        SECRET,
                        null,
                        null,
                        null),
                "https://give.example.org");
    }

    private static String pem(String kind, byte[] key) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getEncoder().encodeToString(key) + "\n-----END " + kind
                + "-----";
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
