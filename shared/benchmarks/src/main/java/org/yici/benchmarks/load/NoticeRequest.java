package org.yici.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The sandbox's word that a gift of one amount is paid, signed as the sandbox signs, on one connection. */
final class NoticeRequest {

    private static final String ID = "iiiiiiii-iiii-iiii-iiii-iiiiiiiiiiii";
    private static final String TIME = "tttttttttt";
    private static final String SIGNATURE = "s".repeat(64);

    private final ByteBuffer request;
    private final byte[] body;
    private final int bodyAt;
    private final int idAt;
    private final int referenceAt;
    private final int timeAt;
    private final int signatureAt;

    NoticeRequest(long amount) {
        Template template = Template.post(
                "/callbacks/sandbox",
                List.of("Yici-Timestamp: " + TIME, "Yici-Signature: " + SIGNATURE),
                ("{\"order\":\"%s\",\"reference\":\"sandbox-%s\",\"state\":\"PAID\","
                                + "\"amount\":{\"value\":%d,\"currency\":\"CNY\"}}")
                        .formatted(ID, ID, amount));
        request = template.copy();
        bodyAt = template.bodyAt();
        body = new byte[template.length() - bodyAt];
        idAt = template.place(ID, 0);
        referenceAt = template.place(ID, 1);
        timeAt = template.place(TIME, 0);
        signatureAt = template.place(SIGNATURE, 0);
    }

    static Mac signer(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The notice for the gift whose id stands in {@code answer} from {@code at} on. */
    ByteBuffer about(byte[] answer, int at, Mac signer) {
        request.put(idAt, answer, at, ID.length());
        request.put(referenceAt, answer, at, ID.length());
        byte[] time = Long.toString(System.currentTimeMillis() / 1_000).getBytes(StandardCharsets.US_ASCII);
        request.put(timeAt, time, 0, TIME.length());
        request.get(bodyAt, body);
        signer.update(time);
        signer.update((byte) '.');
        Hex.bytes(request, signatureAt, signer.doFinal(body));
        return request.rewind();
    }
}
