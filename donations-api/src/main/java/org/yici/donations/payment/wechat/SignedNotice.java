package org.yici.donations.payment.wechat;

import com.wechat.pay.java.core.notification.RequestParam;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.yici.donations.payment.order.ProviderRequest;

/**
 * A notice that has all that a signature needs.
 *
 * @param signed as the SDK takes it
 * @param sent when WeChat Pay signed it
 * @param heard when we got it
 */
record SignedNotice(RequestParam signed, Instant sent, Instant heard) {

    /** Either way, by the wall clock. */
    private static final Duration VALID = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    /** Empty when a header is missing. */
    static Optional<SignedNotice> of(ProviderRequest request) {
        HttpHeaders headers = request.headers();
        String timestamp = headers.getFirst("Wechatpay-Timestamp");
        String nonce = headers.getFirst("Wechatpay-Nonce");
        String signature = headers.getFirst("Wechatpay-Signature");
        String serial = headers.getFirst("Wechatpay-Serial");
        if (timestamp == null
                || !SECONDS.matcher(timestamp).matches()
                || nonce == null
                || signature == null
                || serial == null) {
            return Optional.empty();
        }
        RequestParam signed = new RequestParam.Builder()
                .serialNumber(serial)
                .nonce(nonce)
                .timestamp(timestamp)
                .signature(signature)
                .signType(headers.getFirst("Wechatpay-Signature-Type"))
                .body(new String(request.body(), StandardCharsets.UTF_8))
                .build();
        return Optional.of(new SignedNotice(signed, Instant.ofEpochSecond(Long.parseLong(timestamp)), request.at()));
    }

    boolean isTooOld() {
        return Duration.between(sent, heard).abs().compareTo(VALID) > 0;
    }

    Envelope envelope() {
        return Envelope.read(signed.getBody());
    }
}
