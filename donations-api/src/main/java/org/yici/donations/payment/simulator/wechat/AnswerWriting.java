package org.yici.donations.payment.simulator.wechat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.yici.donations.payment.simulator.Loopback.Answer;

/** Writes answers: signed when something was done, also when there is nothing to say (204); errors unsigned. */
final class AnswerWriting {

    private static final Duration TOO_OLD = Duration.ofMinutes(10);
    private static final String JSON = "application/json; charset=utf-8";

    private final WechatSeal seal;
    private final Clock clock;
    private final Queue<Spoilt> next = new ConcurrentLinkedQueue<>();
    private final Queue<ApiError> refusals = new ConcurrentLinkedQueue<>();

    AnswerWriting(WechatSeal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    void spoilNext(Spoilt how) {
        next.add(how);
    }

    void refuseNext(int status, String code) {
        refusals.add(new ApiError(status, code));
    }

    /** @throws ApiError when one was asked for */
    void requireNoRefusal() {
        ApiError refusal = refusals.poll();
        if (refusal != null) {
            throw refusal;
        }
    }

    Answer done(String body) {
        Spoilt how = next.poll();
        Instant now = clock.instant();
        return switch (how == null ? Spoilt.NOT : how) {
            case NOT -> json(body, seal.headers(body, now));
            case UNSIGNED -> json(body, Map.of());
            case FORGED -> json(body, seal.forged(body, now));
            case OLD -> json(body, seal.headers(body, now.minus(TOO_OLD)));
            case NOT_JSON -> Answer.text(200, "text/html", "<h1>welcome</h1>");
            case EMPTY -> json("{}", seal.headers("{}", now));
            case LOWER_CASE -> json(body, lowerCase(seal.headers(body, now)));
        };
    }

    static Answer error(ApiError error) {
        String body = Papers.object()
                .put("code", error.code())
                .put("message", "simulated")
                .toString();
        return Answer.text(error.status(), JSON, body);
    }

    private static Answer json(String body, Map<String, String> signature) {
        Map<String, String> headers = new LinkedHashMap<>(signature);
        headers.put("Request-ID", WechatSeal.nonce());
        if (!body.isEmpty()) {
            headers.put("Content-Type", JSON);
        }
        return new Answer(body.isEmpty() ? 204 : 200, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        Map<String, String> lower = new LinkedHashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }
}
