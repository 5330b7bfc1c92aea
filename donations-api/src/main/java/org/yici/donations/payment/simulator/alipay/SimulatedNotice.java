package org.yici.donations.payment.simulator.alipay;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A notice, good as it comes from the simulator; each change makes another one, and what is changed is signed again, so that only
 * a forged one has a wrong signature.
 */
public final class SimulatedNotice {

    private final Map<String, String> said;
    private final String address;
    private final KeyPair signer;

    SimulatedNotice(Map<String, String> said, String address, KeyPair signer) {
        this.said = said;
        this.address = address;
        this.signer = signer;
    }

    /** Signed by somebody who is not Alipay. */
    public SimulatedNotice forged() {
        return new SimulatedNotice(said, address, Rsa.forger());
    }

    /**
     * Names another amount.
     *
     * @param by fen, more or less than what was paid
     */
    public SimulatedNotice wrongAmount(long by) {
        return with("total_amount", Fen.yuan(Fen.of(said.getOrDefault("total_amount", "0")) + by));
    }

    public SimulatedNotice wrongCurrency(String currency) {
        return with("trans_currency", currency);
    }

    /** Meant for another application. */
    public SimulatedNotice wrongMerchant() {
        return with("app_id", "2021999999999999");
    }

    /** Meant for another account. */
    public SimulatedNotice wrongSeller() {
        return with("seller_id", "2088999999999999");
    }

    /** As it was sent then: Alipay names a time, but does not promise one. */
    public SimulatedNotice sentAt(Instant at) {
        return with("notify_time", Times.write(at));
    }

    public SimulatedNotice with(String name, String value) {
        Map<String, String> changed = new HashMap<>(said);
        changed.put(name, value);
        return new SimulatedNotice(changed, address, signer);
    }

    /** A form; its signature covers all but itself and the name of its algorithm. */
    public byte[] body() {
        Map<String, String> sent = new HashMap<>(said);
        String signed = Parameters.signed(said, Set.of("sign", "sign_type"));
        sent.put("sign", Rsa.sign(signer.getPrivate(), signed));
        return Parameters.write(sent).getBytes(StandardCharsets.US_ASCII);
    }

    /** Where the order says that its notices go. */
    public URI address() {
        return URI.create(address);
    }
}
