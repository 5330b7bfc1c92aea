package org.yici.disbursement.notice;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The network address that a request comes from: the connection's own, or what our proxy says where there is one. Of an IPv6
 * address the half that a household has; the other half changes at will.
 */
@Component
final class SenderAddress {

    private static final String FORWARDED = "X-Forwarded-For";
    private static final int NETWORK_BYTES = 8;

    private final boolean behindProxy;

    SenderAddress(@Value("${yici.objection.behind-proxy}") boolean behindProxy) {
        this.behindProxy = behindProxy;
    }

    String of(ServerWebExchange exchange) {
        String said = exchange.getRequest().getHeaders().getFirst(FORWARDED);
        if (behindProxy && said != null) {
            return said.substring(said.lastIndexOf(',') + 1).strip();
        }
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        return of(remote == null ? null : remote.getAddress());
    }

    private static String of(@Nullable InetAddress address) {
        if (address == null) {
            return "";
        }
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
