package org.yici.donations.payment.simulator.wechat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.yici.donations.payment.simulator.Loopback.Call;

/** What a call is about. */
final class Targets {

    private Targets() {}

    static MultiValueMap<String, String> query(Call call) {
        return UriComponentsBuilder.fromUriString(call.target()).build(true).getQueryParams();
    }

    /** Decoded; empty when it is not there. */
    static String one(MultiValueMap<String, String> query, String name) {
        String value = query.getFirst(name);
        return value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    /** The path's part behind {@code prefix}, without {@code suffix}. */
    static String between(String path, String prefix, String suffix) {
        return path.substring(prefix.length(), path.length() - suffix.length());
    }
}
