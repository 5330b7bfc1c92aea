package org.yici.donations.payment.sandbox;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.yici.donations.payment.Confirming;
import org.yici.platform.web.FastLane;
import org.yici.platform.web.FixedHeaders;
import org.yici.platform.web.PlainPost;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/**
 * Hears the sandbox's notices in the fast lane: well signed, paid, and booked now or before. {@link SandboxCallback} hears
 * all others.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("yici.payment.sandbox")
class NoticeLane {

    @Bean
    FastLane hearingTheSandbox(
            SandboxSignature signature, Confirming confirming, StrictJson json, FixedHeaders fixed, Clock wallClock) {
        return new PlainPost("/callbacks/sandbox", fixed, (request, body) -> {
            HttpHeaders headers = request.getHeaders();
            boolean signed = signature.holds(
                    headers.getFirst(SandboxSignature.TIMESTAMP),
                    headers.getFirst(SandboxSignature.SIGNATURE),
                    body,
                    wallClock.instant());
            return signed ? hear(confirming, json, body) : Mono.empty();
        });
    }

    private static Mono<PlainPost.Answer> hear(Confirming confirming, StrictJson json, byte[] body) {
        return Mono.justOrEmpty(json.read(body, SandboxNotice.class).paid())
                .flatMap(confirming::confirm)
                .flatMap(outcome -> outcome.fold(
                        gift -> Mono.just(
                                new PlainPost.Answer(HttpStatus.OK, null, json.write(SandboxCallback.Heard.of(gift)))),
                        refusal -> Mono.empty()));
    }
}
