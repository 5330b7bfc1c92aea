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
    /** What is asked for by a donor's browser. */
    private static final Set<String> PAGES = Set.of("alipay.trade.wap.pay", "alipay.trade.page.pay");

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

    /** A browser that the merchant has sent: the order's number. Empty when the merchant has not. */
    Optional<String> arrive(String query) {
        Map<String, String> parameters = Parameters.read(query);
        if (!isSigned(parameters) || !PAGES.contains(method(parameters))) {
            return Optional.empty();
        }
        Offer offer = Offer.of(parameters, content(parameters));
        Optional<Trade> unused = trades.open(offer);
        return Optional.of(offer.order());
    }

    private Loopback.Answer atTheGateway(Loopback.Call call) {
        Map<String, String> parameters = new HashMap<>(Parameters.read(query(call)));
        parameters.putAll(Parameters.read(call.text()));
        String method = method(parameters);
        if (!isSigned(parameters)) {
            return envelope.of(method, Said.wrongSignature());
        }
        JsonNode content = content(parameters);
        if (PAGES.contains(method)) {
            return page(trades.open(Offer.of(parameters, content)));
        }
        Said said = gateway.answer("http://" + call.headers().get("Host"), parameters, content);
        @Nullable OddAnswer strange = odd.poll();
        return strange == null ? envelope.of(method, said) : envelope.odd(strange, method, said);
    }

    private boolean isSigned(Map<String, String> parameters) {
        String signed = Parameters.signed(parameters, Set.of("sign"));
        return Rsa.isSigned(merchant, signed, parameters.getOrDefault("sign", ""));
    }

    private static String method(Map<String, String> parameters) {
        return parameters.getOrDefault("method", "");
    }

    private static JsonNode content(Map<String, String> parameters) {
        return JSON.readTree(parameters.getOrDefault("biz_content", "{}"));
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
