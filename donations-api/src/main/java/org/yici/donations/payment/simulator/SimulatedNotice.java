package org.yici.donations.payment.simulator;

import java.net.URI;
import java.util.Map;

/**
 * A notice as a simulated provider sends it, signed. Sent again, it is a repeated (or, much later, a replayed) one.
 *
 * @param address where it was told to send it
 */
public record SimulatedNotice(String address, Map<String, String> headers, String body) {

    public SimulatedNotice {
        headers = Map.copyOf(headers);
    }

    /** The last part of the address. */
    public String way() {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** The same, to another server: where our front door really is. @param origin such as {@code http://127.0.0.1:8080} */
    public SimulatedNotice to(String origin) {
        return new SimulatedNotice(origin + URI.create(address).getRawPath(), headers, body);
    }
}
