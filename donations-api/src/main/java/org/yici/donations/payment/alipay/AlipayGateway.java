package org.yici.donations.payment.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import java.io.IOException;
import org.yici.donations.payment.order.ProviderCalls;
import org.yici.donations.payment.order.ProviderOutage;
import reactor.core.publisher.Mono;

/**
 * One request, one answer that can be believed, or an outage. The SDK throws an exception of its own for a network error and for
 * a wrong signature, others for a missing signature or for what is no JSON; none of them says whether anything was done.
 */
final class AlipayGateway {

    private final AlipayClient client;
    private final ProviderCalls calls;

    AlipayGateway(AlipayClient client, ProviderCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    /** @param response its fields mean something only when the code says that it is done */
    record Answer<T extends AlipayResponse>(AlipayCode code, T response) {}

    <T extends AlipayResponse> Mono<Answer<T>> ask(String call, AlipayRequest<T> request) {
        return calls.make(call, () -> {
            T response = sent(call, request);
            AlipayCode code = AlipayCode.of(response);
            if (!code.isAnswer()) {
                throw outage(call, code.word());
            }
            return new Answer<>(code, response);
        });
    }

    ProviderOutage outage(String call, String code) {
        return calls.outage(call, code);
    }

    private <T extends AlipayResponse> T sent(String call, AlipayRequest<T> request) {
        try {
            return client.execute(request);
        } catch (AlipayApiException | RuntimeException error) {
            throw outage(call, kind(error));
        }
    }

    /** Never the message: it holds the signed request or the whole answer. */
    private static String kind(Exception error) {
        Throwable last = error;
        while (!(last instanceof IOException) && last.getCause() != null) {
            last = last.getCause();
        }
        if (last instanceof OneTry.BadStatus status) {
            return status.code();
        }
        return last instanceof AlipayApiException
                ? "not signed by Alipay"
                : last.getClass().getSimpleName();
    }
}
