package org.yici.donations.payment.simulator.stripe;

import com.stripe.Stripe;
import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.simulator.Letter;

/** Something that Stripe has to tell. Told again it has the same name, and is signed anew. */
public record StripeEvent(StripeJson envelope, StripeJson object) {

    static StripeEvent of(String type, StripeJson object, Instant created) {
        String tag = type + object.values().get("id") + object.values().get("status");
        StripeJson envelope = StripeJson.object("event")
                .and("id", "evt_" + UUID.nameUUIDFromBytes(tag.getBytes(StandardCharsets.UTF_8)))
                .and("type", type)
                .and("api_version", Stripe.API_VERSION)
                .and("created", created.getEpochSecond())
                .and("livemode", false);
        return new StripeEvent(envelope, object);
    }

    /** The same but for a field of the envelope, such as {@code account}. @param value null to leave it out */
    public StripeEvent with(String field, @Nullable Object value) {
        return new StripeEvent(envelope.and(field, value), object);
    }

    /** The same but for a field of what it is about, such as {@code amount_total}. @param value null to leave it out */
    public StripeEvent saying(String field, @Nullable Object value) {
        return new StripeEvent(envelope, object.and(field, value));
    }

    public String body() {
        return envelope.and("data", StripeJson.fields().and("object", object)).text();
    }

    /** @param secret of the endpoint; another one makes a forgery */
    public Letter signed(String secret, Instant at) {
        return signed(body(), secret, at);
    }

    /** Signs anything as Stripe would. */
    public static Letter signed(String body, String secret, Instant at) {
        try {
            String signature = Webhook.Signature.generateSignatureHeader(body, secret, at.getEpochSecond());
            return new Letter(
                    Map.of("Stripe-Signature", signature, "Content-Type", "application/json; charset=utf-8"),
                    body.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC-SHA256", missing);
        }
    }
}
