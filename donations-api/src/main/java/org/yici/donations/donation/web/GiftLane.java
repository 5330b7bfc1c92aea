package org.yici.donations.donation.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.yici.donations.donation.GiftLimits;
import org.yici.donations.donation.Giving;
import org.yici.platform.web.FastLane;
import org.yici.platform.web.FixedHeaders;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.PlainPost;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Takes gifts by program in the fast lane; {@link DonationApi} answers whatever is not plainly good. */
@Configuration(proxyBeanMethods = false)
class GiftLane {

    private static final String PATH = "/api/v1/donations";

    @Bean
    FastLane creatingGifts(
            Giving giving, GiftLimits limits, PayAddresses addresses, StrictJson json, FixedHeaders fixed) {
        return new PlainPost(
                PATH,
                fixed.with("Cache-Control", "no-store"),
                (request, body) -> create(giving, limits, addresses, json, request, body));
    }

    private static Mono<PlainPost.Answer> create(
            Giving giving,
            GiftLimits limits,
            PayAddresses addresses,
            StrictJson json,
            ServerHttpRequest request,
            byte[] body) {
        IdempotencyKey key = IdempotencyKey.of(request.getHeaders().getFirst("Idempotency-Key"));
        GiftRequest gift = json.read(body, GiftRequest.class);
        return giving.create(gift.toGift(limits), key, IdempotencyKey.hash("POST " + PATH, body))
                .flatMap(outcome -> outcome.fold(
                        created -> Mono.just(new PlainPost.Answer(
                                HttpStatus.CREATED,
                                PATH + "/" + created.id(),
                                json.write(DonationAnswer.created(created, addresses)))),
                        refusal -> Mono.empty()));
    }
}
