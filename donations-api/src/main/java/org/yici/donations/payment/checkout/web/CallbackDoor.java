package org.yici.donations.payment.checkout.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
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
            @RequestBody(required = false) byte @Nullable [] body,
            ServerWebExchange exchange) {
        PaymentProvider known =
                providers.find(provider).orElseThrow(() -> new RefusedException(Refusal.because(WebReason.NOT_FOUND)));
        ProviderRequest request = new ProviderRequest(
                way == null ? "" : way,
                exchange.getRequest().getHeaders(),
                body == null ? new byte[0] : body,
                wallClock.instant());
        return hearing.hear(known, request).map(heard -> answer(known.reply(heard)));
    }

    private static ResponseEntity<byte[]> answer(Reply reply) {
        var answer = ResponseEntity.status(reply.status());
        if (!reply.contentType().isEmpty()) {
            answer.header(HttpHeaders.CONTENT_TYPE, reply.contentType());
        }
        return answer.body(reply.body().getBytes(StandardCharsets.UTF_8));
    }
}
