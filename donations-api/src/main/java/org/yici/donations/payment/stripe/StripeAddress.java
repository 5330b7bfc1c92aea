package org.yici.donations.payment.stripe;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yici.platform.outcome.RefusedStart;

/**
 * Where Stripe is: scheme, host and port, as its SDK wants it.
 *
 * @param value without a slash at the end
 */
record StripeAddress(String value) {

    private static final String REAL = "https://api.stripe.com";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * The secret key travels in each request, so it is sent in the clear to this machine only.
     *
     * @param written null or blank for the real one
     * @throws RefusedStart for anything else than an address without path, over https or on this machine
     */
    static StripeAddress read(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return new StripeAddress(REAL);
        }
        String text = written.strip();
        try {
            URI address = new URI(text);
            boolean safe = "https".equals(address.getScheme())
                    || "http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost()));
            if (safe && address.getHost() != null && address.toString().equals(bare(address))) {
                return new StripeAddress(text);
            }
        } catch (URISyntaxException unreadable) {
            throw wrong();
        }
        throw wrong();
    }

    boolean isOnThisMachine() {
        return LOOPBACK.contains(URI.create(value).getHost());
    }

    private static String bare(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port;
    }

    private static RefusedStart wrong() {
        return new RefusedStart("YICI_STRIPE_BASE_URL is wrong: it has to be like " + REAL
                + ", with nothing after the host or port, and http on this machine only.");
    }
}
