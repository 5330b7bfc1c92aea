package org.yici.donations.payment.simulator.wechat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.yici.donations.payment.simulator.Letter;

/**
 * A notice of the simulated WeChat Pay, signed. Sent again, it is a repeated (or, much later, a replayed) one.
 *
 * @param address where the order or the refund asked it to be sent
 */
public record SimulatedNotice(String address, Map<String, String> headers, String body) {

    public SimulatedNotice {
        headers = Map.copyOf(headers);
    }

    /** The last part of the address: {@code payment} or {@code refund}. */
    public String way() {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** As a postman carries it. */
    public Letter letter() {
        return new Letter(headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
