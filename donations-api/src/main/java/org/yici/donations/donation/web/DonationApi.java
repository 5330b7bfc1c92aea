package org.yici.donations.donation.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.donation.DonationId;
import org.yici.donations.donation.DonationReason;
import org.yici.donations.donation.Donations;
import org.yici.donations.donation.GiftLimits;
import org.yici.donations.donation.Giving;
import org.yici.donations.donation.ReceiptToken;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/** Giving by program. */
@RestController
final class DonationApi {

    private final Giving giving;
    private final Donations donations;
    private final GiftLimits limits;
    private final PayAddresses addresses;
    private final StrictJson json;

    DonationApi(Giving giving, Donations donations, GiftLimits limits, PayAddresses addresses, StrictJson json) {
        this.giving = giving;
        this.donations = donations;
        this.limits = limits;
        this.addresses = addresses;
        this.json = json;
    }

    @PostMapping(path = "/api/v1/donations", consumes = "application/json", produces = "application/json")
    Mono<ResponseEntity<DonationAnswer>> create(@RequestBody byte[] body, ServerWebExchange exchange) {
        IdempotencyKey key = IdempotencyKey.of(exchange);
        GiftRequest request = json.read(body, GiftRequest.class);
        return giving.create(request.toGift(limits), key, IdempotencyKey.hash(exchange, body))
                .map(RefusedException::orProblem)
                .map(created -> ResponseEntity.status(HttpStatus.CREATED)
                        .header("Location", "/api/v1/donations/" + created.id())
                        .body(DonationAnswer.created(created, addresses)));
    }

    @GetMapping(path = "/api/v1/donations/{id}", produces = "application/json")
    Mono<DonationAnswer> status(@PathVariable String id, @RequestParam(required = false) @Nullable String token) {
        return Mono.justOrEmpty(ReceiptToken.parse(Objects.requireNonNullElse(token, "")))
                .flatMap(known -> Mono.justOrEmpty(DonationId.parse(id))
                        .flatMap(gift -> donations.find(gift, known))
                        .delayUntil(donations::askSoon)
                        .map(donation -> DonationAnswer.of(donation, null, addresses.receipt(known))))
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(DonationReason.UNKNOWN))));
    }
}
