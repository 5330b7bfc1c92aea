package org.yici.donations.payment.alipay;

import java.net.URI;
import java.util.Set;
import org.yici.platform.outcome.RefusedStart;

/** Where Alipay's gateway is. In the clear only on this machine, where a simulator may stand in. */
final class GatewayAddress {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private GatewayAddress() {}

    /** @throws RefusedStart naming {@code variable} */
    static URI of(String variable, String text) {
        URI address = parsed(variable, text.strip());
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

    private static URI parsed(String variable, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException wrong) {
            throw refused(variable);
        }
    }

    private static RefusedStart refused(String variable) {
        return new RefusedStart(variable + " has to be an https address without a path, such as"
                + " https://openapi.alipay.com (http only on this machine).");
    }
}
