package org.yici.donations.payment.checkout.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yici.donations.payment.checkout.HearNotice;
import org.yici.donations.payment.checkout.Providers;
import org.yici.donations.payment.order.PaymentProvider;
import org.yici.donations.payment.order.ProviderRequest;
import org.yici.donations.payment.order.Reply;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** Where providers' notices come in, as raw bytes: nothing is parsed before its signature holds. */
@RestController
final class CallbackDoor {

    private static final int MOST_BYTES = 64 * 1024;

    private final Providers providers;
    private final HearNotice hearing;
    private final Clock wallClock;

    CallbackDoor(Providers providers, HearNotice hearing, Clock wallClock) {
        this.providers = providers;
        this.hearing = hearing;
        this.wallClock = wallClock;
    }

    @PostMapping({"/callbacks/{provider}", "/callbacks/{provider}/{way}"})
    Mono<ResponseEntity<byte[]>> hear(
            @PathVariable String provider,
            @PathVariable(required = false) @Nullable String way,
            ServerHttpRequest request) {
        PaymentProvider known =
                providers.find(provider).orElseThrow(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND)));
        return body(request)
                .map(body ->
                        new ProviderRequest(way == null ? "" : way, request.getHeaders(), body, wallClock.instant()))
                .flatMap(raw -> hearing.hear(known, raw))
                .map(heard -> answer(known.reply(heard)));
    }

    /** Whatever its content type says; the framework reads no form as bytes. */
    private static Mono<byte[]> body(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), MOST_BYTES)
                .map(joined -> {
                    byte[] bytes = new byte[joined.readableByteCount()];
                    joined.read(bytes);
                    DataBufferUtils.release(joined);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0])
                .onErrorMap(
                        DataBufferLimitException.class,
                        tooLarge -> new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "notice", tooLarge));
    }

    private static ResponseEntity<byte[]> answer(Reply reply) {
        var answer = ResponseEntity.status(reply.status());
        if (!reply.contentType().isEmpty()) {
            answer.header(HttpHeaders.CONTENT_TYPE, reply.contentType());
        }
        return answer.body(reply.body().getBytes(StandardCharsets.UTF_8));
    }
}
