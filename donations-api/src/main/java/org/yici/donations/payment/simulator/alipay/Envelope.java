package org.yici.donations.payment.simulator.alipay;

import java.security.KeyPair;
import java.util.Map;
import org.yici.donations.payment.simulator.Loopback;
import tools.jackson.databind.json.JsonMapper;

/** An answer as it is sent: its inside and, beside it, the signature over the inside's exact characters. */
final class Envelope {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int OK = 200;

    private final KeyPair alipay;

    Envelope(KeyPair alipay) {
        this.alipay = alipay;
    }

    Loopback.Answer of(String method, Said said) {
        return html(enclosed(method, said, alipay));
    }

    Loopback.Answer odd(OddAnswer odd, String method, Said said) {
        return switch (odd) {
            case NOT_JSON -> html("<html>busy</html>");
            case EMPTY_JSON -> html("{}");
            case NOT_SIGNED -> html("{\"" + node(method) + "\":" + inside(said) + "}");
            case FORGED -> html(enclosed(method, said, Rsa.forger()));
            case TROUBLE -> of(method, Said.trouble());
            case TROUBLE_WITHOUT_SUB_CODE ->
                of(method, new Said(Map.of("code", "20000", "msg", "Service Currently Unavailable")));
        };
    }

    private static String enclosed(String method, Said said, KeyPair signer) {
        String inside = inside(said);
        return "{\"%s\":%s,\"sign\":\"%s\"}".formatted(node(method), inside, Rsa.sign(signer.getPrivate(), inside));
    }

    private static String inside(Said said) {
        return JSON.writeValueAsString(said.fields());
    }

    private static String node(String method) {
        return method.replace('.', '_') + "_response";
    }

    /** Alipay calls its JSON so. */
    private static Loopback.Answer html(String body) {
        return Loopback.Answer.text(OK, "text/html;charset=utf-8", body);
    }
}
