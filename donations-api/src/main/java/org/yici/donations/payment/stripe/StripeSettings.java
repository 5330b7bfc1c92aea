package org.yici.donations.payment.stripe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.yici.platform.outcome.RefusedStart;

/**
 * Stripe's settings as they are written; {@link #checked} is what can be used. A secret is its value, or {@code file:} and
 * the path of a file that holds it.
 *
 * @param secretKey of the account, standard or restricted; Stripe is switched on by giving it
 * @param webhookSecret of the endpoint that Stripe notifies us at
 * @param baseUrl where Stripe is, without a path
 */
@ConfigurationProperties("yici.payment.stripe")
record StripeSettings(
        @Nullable String secretKey,
        @Nullable String webhookSecret,
        @Nullable String baseUrl) {

    private static final Pattern SECRET_KEY = Pattern.compile("(sk|rk)_(live|test)_[0-9A-Za-z]{8,240}");
    private static final Pattern WEBHOOK_SECRET = Pattern.compile("whsec_[0-9A-Za-z+/=_-]{16,240}");
    private static final String FILE = "file:";

    /** @throws RefusedStart for the first setting that is missing or wrong */
    StripeAccount checked() {
        return new StripeAccount(
                secret(
                        "YICI_STRIPE_SECRET_KEY",
                        secretKey,
                        SECRET_KEY,
                        "the account's secret key, sk_live_… or sk_test_… (not the publishable one, pk_…)"),
                secret(
                        "YICI_STRIPE_WEBHOOK_SECRET",
                        webhookSecret,
                        WEBHOOK_SECRET,
                        "the signing secret of the webhook endpoint, whsec_…"),
                StripeAddress.read(baseUrl));
    }

    private static String secret(String variable, @Nullable String written, Pattern form, String what) {
        if (written == null || written.isBlank()) {
            throw new RefusedStart(variable + " is missing: Stripe is switched on and needs " + what + ".");
        }
        String value = written.startsWith(FILE) ? read(variable, written.substring(FILE.length())) : written.strip();
        if (!form.matcher(value).matches()) {
            throw new RefusedStart(variable + " is wrong: it has to be " + what + ".");
        }
        return value;
    }

    private static String read(String variable, String path) {
        try {
            return Files.readString(Path.of(path)).strip();
        } catch (IOException | InvalidPathException unreadable) {
            throw new RefusedStart(variable + " is wrong: the file " + path + " cannot be read.");
        }
    }

    /** Says nothing: it holds secrets. */
    @Override
    public String toString() {
        return "StripeSettings";
    }
}
