package org.yici.donations.payment.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.response.AlipayTradePrecreateResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.order.Checkout;
import org.yici.donations.payment.order.Opened;
import org.yici.donations.payment.order.Order;
import org.yici.donations.payment.order.ProviderReason;
import org.yici.platform.outcome.Outcome;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Where the donor goes on to pay. In no form does Alipay know the order before the donor opens its page or scans its code; until
 * then it answers that there is no such trade, and the address stays payable until the order's time is over.
 */
final class AlipayCheckouts {

    private final AlipayClient client;
    private final AlipayGateway gateway;
    private final PayRequests requests;
    private final URI pages;
    private final Scheduler threads;

    /**
     * @param pages what the gateway's address begins with for browsers
     * @param threads for signing addresses, which takes a millisecond or two and asks nobody
     */
    AlipayCheckouts(AlipayClient client, AlipayGateway gateway, PayRequests requests, URI pages, Scheduler threads) {
        this.client = client;
        this.gateway = gateway;
        this.requests = requests;
        this.pages = pages;
        this.threads = threads;
    }

    Mono<Outcome<Opened>> open(Order order) {
        return switch (AlipayForm.named(order.form())) {
            case WAP -> elsewhere(requests.wap(order));
            case PAGE -> elsewhere(requests.page(order));
            case PRECREATE -> gateway.ask("open", requests.precreate(order)).map(this::toScan);
        };
    }

    /** Beside the circuit breaker: a signed address says nothing of whether Alipay can be reached. */
    private <T extends AlipayResponse> Mono<Outcome<Opened>> elsewhere(AlipayRequest<T> request) {
        return Mono.fromCallable(() -> address(request))
                .subscribeOn(threads)
                .map(address -> opened(new Checkout.Elsewhere(address)));
    }

    /** As an address, not as a form with a script, which our pages forbid. */
    private <T extends AlipayResponse> String address(AlipayRequest<T> request) {
        try {
            String address = client.pageExecute(request, "GET").getBody();
            return pages.resolve("gateway.do") + address.substring(address.indexOf('?'));
        } catch (AlipayApiException wrong) {
            throw new IllegalStateException(
                    "an address cannot be signed: " + wrong.getClass().getSimpleName());
        }
    }

    private Outcome<Opened> toScan(AlipayGateway.Answer<AlipayTradePrecreateResponse> answer) {
        AlipayCode code = answer.code();
        if (code.says("TRADE_HAS_SUCCESS") || code.says("TRADE_HAS_CLOSE")) {
            return Outcome.refused(ProviderReason.ORDER_ENDED);
        }
        if (!code.isDone()) {
            return Outcome.refused(ProviderReason.PROVIDER_REFUSES, code.word());
        }
        @Nullable String text = answer.response().getQrCode();
        if (text == null) {
            throw gateway.outage("open", "no code");
        }
        return opened(new Checkout.ToScan(text));
    }

    private static Outcome<Opened> opened(Checkout checkout) {
        return Outcome.done(new Opened(checkout, null));
    }
}
