package org.yici.donations.payment.alipay;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yici.platform.outcome.RefusedStart;

/** Where Alipay's gateway is. In the clear only on this machine, where a simulator may stand in. */
final class GatewayAddress {

    private static final String REAL = "https://openapi.alipay.com";
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private GatewayAddress() {}

    /**
     * A variable that is set to nothing is as good as none.
     *
     * @throws RefusedStart naming {@code variable}
     */
    static URI of(String variable, @Nullable String text) {
        URI address = parsed(variable, text == null || text.isBlank() ? REAL : text.strip());
        boolean bare = address.getPath() == null || address.getPath().matches("/?");
        if (address.getHost() == null || !bare || address.getQuery() != null || address.getUserInfo() != null) {
            throw refused(variable);
        }
        boolean inTheClear = "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
        if (!inTheClear && !"https".equals(address.getScheme())) {
            throw refused(variable);
        }
        return address.resolve("/");
    }

    /**
     * Where a donor's browser goes: the gateway itself, unless a simulator's pages are reached by another way.
     *
     * @throws RefusedStart naming {@code variable}
     */
    static URI ofPages(String variable, @Nullable String text, URI gateway) {
        if (text == null || text.isBlank()) {
            return gateway;
        }
        if ("https".equals(gateway.getScheme())) {
            throw new RefusedStart(variable + " is for simulators alone: donors go to Alipay itself. Leave it out.");
        }
        URI address = parsed(variable, text.strip() + "/");
        if (address.getHost() == null || address.getQuery() != null) {
            throw refused(variable);
        }
        return address;
    }

    private static URI parsed(String variable, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException wrong) {
            throw refused(variable);
        }
    }

    private static RefusedStart refused(String variable) {
        return new RefusedStart(variable + " has to be an https address without a path, such as" + " " + REAL
                + " (http only on this machine).");
    }
}
