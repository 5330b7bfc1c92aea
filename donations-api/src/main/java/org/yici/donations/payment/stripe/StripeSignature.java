package org.yici.donations.payment.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.order.ProviderReason;
import org.yici.donations.payment.order.ProviderRequest;
import org.yici.platform.outcome.Outcome;

/**
 * Whether a notice is Stripe's: {@code Stripe-Signature: t=<seconds>,v1=<hex>}, an HMAC-SHA256 over the time and the raw
 * body. The SDK compares the signature; it would stumble over a malformed header and take one of tomorrow, so both are
 * looked at here.
 */
final class StripeSignature {

    static final String HEADER = "Stripe-Signature";
    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12})(,v\\d=[0-9a-f]{1,128}){1,16}");
    private static final Duration MOST_AGE = Duration.ofMinutes(5);
    /** We look at the age ourselves. */
    private static final long ANY_AGE = 0;

    private final String secret;

    StripeSignature(String secret) {
        this.secret = secret;
    }

    /** The body, as text, when it is signed and fresh. */
    Outcome<String> verified(ProviderRequest request) {
        String header = request.headers().getFirst(HEADER);
        Matcher form = FORM.matcher(header == null ? "" : header);
        Optional<String> text = exactly(request.body());
        if (!form.matches() || text.isEmpty() || !holds(text.get(), header)) {
            return Outcome.refused(ProviderReason.NOT_SIGNED);
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(form.group(1)));
        Duration apart = Duration.between(at, request.at()).abs();
        return apart.compareTo(MOST_AGE) > 0 ? Outcome.refused(ProviderReason.TOO_OLD) : Outcome.done(text.get());
    }

    private boolean holds(String body, @Nullable String header) {
        try {
            return Webhook.Signature.verifyHeader(body, header, secret, ANY_AGE);
        } catch (SignatureVerificationException forged) {
            return false;
        }
    }

    /** The SDK verifies a text. Bytes that are no text would be verified as another one: they are not Stripe's. */
    private static Optional<String> exactly(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body) ? Optional.of(text) : Optional.empty();
    }
}
