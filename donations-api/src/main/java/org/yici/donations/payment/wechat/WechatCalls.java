package org.yici.donations.payment.wechat;

import com.wechat.pay.java.core.exception.ServiceException;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.donations.payment.order.ProviderCalls;
import org.yici.donations.payment.order.ProviderOutage;
import reactor.core.publisher.Mono;

/**
 * Calls of the SDK, what it throws sorted: an error code of a 4xx answer is a refusal, everything else an outage. A good answer
 * with a bad signature is one too: the request has probably had its effect, so it never counts as failed. Error answers are
 * not signed, so what they say is asked for where it matters.
 */
final class WechatCalls {

    private static final Logger log = LoggerFactory.getLogger(WechatCalls.class);
    private static final int TOO_MANY = 429;
    private static final int THEIR_FAULT = 500;
    /** They say nothing of the order: our keys or rights are wrong. */
    private static final Set<String> OUR_SETTINGS =
            Set.of("SIGN_ERROR", "NO_AUTH", "APPID_MCHID_NOT_MATCH", "MCH_NOT_EXISTS");

    private final ProviderCalls calls;

    WechatCalls(ProviderCalls calls) {
        this.calls = calls;
    }

    <T> Mono<Answered<T>> make(String name, Supplier<T> sdk) {
        return calls.make(name, () -> ask(name, sdk));
    }

    ProviderOutage outage(String name, String code) {
        return calls.outage(name, code);
    }

    private <T> Answered<T> ask(String name, Supplier<T> sdk) {
        try {
            return new Answered.Well<>(sdk.get());
        } catch (ServiceException error) {
            return refusal(name, error);
        } catch (ProviderOutage known) {
            throw known;
        } catch (RuntimeException unknown) {
            String kind = unknown.getClass().getSimpleName();
            log.warn("WeChat Pay: {} has no answer that can be believed ({})", name, kind);
            throw outage(name, kind);
        }
    }

    private <T> Answered<T> refusal(String name, ServiceException error) {
        int status = error.getHttpStatusCode();
        String code = error.getErrorCode();
        if (code == null || code.isEmpty() || status < 400 || status == TOO_MANY || status >= THEIR_FAULT) {
            throw outage(name, code == null || code.isEmpty() ? Integer.toString(status) : code);
        }
        if (OUR_SETTINGS.contains(code)) {
            log.error("WeChat Pay does not take our settings (YICI_WECHAT_…): {} {}", name, code);
            throw outage(name, code);
        }
        return new Answered.Refused<>(code);
    }
}
