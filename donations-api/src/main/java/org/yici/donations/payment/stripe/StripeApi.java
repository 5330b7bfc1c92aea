package org.yici.donations.payment.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.ApiResource;
import com.stripe.service.V1Services;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.order.ProviderCalls;
import org.yici.donations.payment.order.ProviderOutage;
import reactor.core.publisher.Mono;

/** Asks Stripe by its own SDK, and sorts what the SDK throws: a refusal is a code, everything else leaves the outcome unknown. */
final class StripeApi {

    /** The code of an order, a payment or a refund that Stripe does not know. */
    static final String UNKNOWN = "resource_missing";

    static final Duration READ_LIMIT = Duration.ofSeconds(6);
    private static final int CONNECT_LIMIT_MILLIS = 2000;
    /** Codes are logged and shown to staff: nothing else of what Stripe says is. */
    private static final Pattern CODE = Pattern.compile("[a-z_]{1,60}");

    private static final String REFUSAL = "invalid_request_error";
    private static final int NOT_FOUND = 404;

    private final StripeClient client;
    private final ProviderCalls calls;

    /** @param readLimit how long an answer may keep us waiting */
    StripeApi(StripeAccount account, Duration readLimit, ProviderCalls calls) {
        // Else each request tells how long the one before took, and a file is written into the home folder.
        Stripe.enableTelemetry = false;
        this.calls = calls;
        this.client = StripeClient.builder()
                .setApiKey(account.secretKey())
                .setApiBase(account.address().value())
                .setConnectTimeout(CONNECT_LIMIT_MILLIS)
                .setReadTimeout(Math.toIntExact(readLimit.toMillis()))
                // The SDK would sleep on our threads; who asks decides whether to ask again.
                .setMaxNetworkRetries(0)
                .build();
        prepare();
    }

    /** One or more requests that belong together. */
    interface Call<T> {
        T make(V1Services stripe) throws StripeException;
    }

    /** @param refused what a refusal with this code means for the call */
    <T> Mono<T> ask(String name, Call<T> call, Function<String, T> refused) {
        return calls.make(name, () -> sorted(name, call, refused));
    }

    private <T> T sorted(String name, Call<T> call, Function<String, T> refused) {
        try {
            return call.make(client.v1());
        } catch (ProviderOutage known) {
            throw known;
        } catch (IdempotencyException changed) {
            throw new IllegalStateException("stripe: " + name + " was sent before with other content");
        } catch (InvalidRequestException no) {
            if (isRefusal(no)) {
                return refused.apply(code(no));
            }
            throw calls.outage(name, Integer.toString(no.getStatusCode()));
        } catch (StripeException unknown) {
            throw calls.outage(name, unknown.getClass().getSimpleName() + " " + unknown.getStatusCode());
        } catch (RuntimeException unreadable) {
            throw calls.outage(name, unreadable.getClass().getSimpleName());
        }
    }

    /** What comes from something on the way to Stripe (a gateway's 404) is not Stripe's word. */
    private static boolean isRefusal(InvalidRequestException no) {
        return no.getStripeError() != null
                && REFUSAL.equals(no.getStripeError().getType())
                && (no.getStatusCode() != NOT_FOUND || UNKNOWN.equals(no.getCode()));
    }

    private static String code(InvalidRequestException no) {
        return no.getCode() != null && CODE.matcher(no.getCode()).matches() ? no.getCode() : REFUSAL;
    }

    /** An answer without what every answer has. */
    <T> T needed(@Nullable T value, String name) {
        if (value == null) {
            throw calls.outage(name, "incomplete");
        }
        return value;
    }

    /** An answer with a word that we do not know. */
    ProviderOutage strange(String name) {
        return calls.outage(name, "unknown state");
    }

    /** The SDK needs a quarter of a second to get ready for its first session: not while a donor waits. */
    private static void prepare() {
        Session unused = ApiResource.GSON.fromJson("{\"object\":\"checkout.session\"}", Session.class);
    }
}
