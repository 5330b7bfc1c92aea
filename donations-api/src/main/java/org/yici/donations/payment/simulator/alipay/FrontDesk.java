package org.yici.donations.payment.simulator.alipay;

import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.simulator.Loopback;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All addresses of the simulated Alipay: the gateway, the pages that donors see, the bills. */
final class FrontDesk {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int NOT_FOUND = 404;

    private final PublicKey merchant;
    private final Envelope envelope;
    private final Trades trades;
    private final Gateway gateway;
    private final Bills bills;
    private final Consumer<String> whenPaid;
    private final Queue<OddAnswer> odd = new ConcurrentLinkedQueue<>();

    /** @param whenPaid is told the order that a donor has paid at the cashier */
    FrontDesk(
            PublicKey merchant,
            Envelope envelope,
            Trades trades,
            Gateway gateway,
            Bills bills,
            Consumer<String> whenPaid) {
        this.merchant = merchant;
        this.envelope = envelope;
        this.trades = trades;
        this.gateway = gateway;
        this.bills = bills;
        this.whenPaid = whenPaid;
    }

    void next(OddAnswer answer) {
        odd.add(answer);
    }

    Loopback.Answer answer(Loopback.Call call) {
        String path = call.path();
        if (path.equals("/gateway.do")) {
            return atTheGateway(call);
        }
        if (path.startsWith("/qr/")) {
            return page(trades.scan(path.substring("/qr/".length())));
        }
        if (path.startsWith("/cashier/") && call.method().equals("POST")) {
            return pay(path.substring("/cashier/".length()));
        }
        return path.startsWith("/bill/") ? bills.file(path) : Loopback.Answer.text(NOT_FOUND, "text/plain", "");
    }

    private Loopback.Answer atTheGateway(Loopback.Call call) {
        Map<String, String> parameters = new HashMap<>(Parameters.read(query(call)));
        parameters.putAll(Parameters.read(call.text()));
        String method = parameters.getOrDefault("method", "");
        String signed = Parameters.signed(parameters, Set.of("sign"));
        if (!Rsa.isSigned(merchant, signed, parameters.getOrDefault("sign", ""))) {
            return envelope.of(method, Said.wrongSignature());
        }
        JsonNode content = JSON.readTree(parameters.getOrDefault("biz_content", "{}"));
        if (method.equals("alipay.trade.wap.pay") || method.equals("alipay.trade.page.pay")) {
            return page(trades.open(Offer.of(parameters, content)));
        }
        Said said = gateway.answer("http://" + call.headers().get("Host"), parameters, content);
        @Nullable OddAnswer strange = odd.poll();
        return strange == null ? envelope.of(method, said) : envelope.odd(strange, method, said);
    }

    private static String query(Loopback.Call call) {
        return call.target()
                .substring(Math.min(call.target().length(), call.path().length() + 1));
    }

    private static Loopback.Answer page(Optional<Trade> trade) {
        return trade.map(open -> open.isPaid() ? CashierPage.paid() : CashierPage.of(open))
                .orElseGet(CashierPage::nothingToPay);
    }

    private Loopback.Answer pay(String order) {
        if (!trades.pay(order)) {
            return CashierPage.nothingToPay();
        }
        whenPaid.accept(order);
        return trades.find(order)
                .map(trade -> trade.offer.returnAddress())
                .filter(address -> !address.isEmpty())
                .map(CashierPage::back)
                .orElseGet(CashierPage::paid);
    }
}
