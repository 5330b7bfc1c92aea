package org.yici.donations.payment.sandbox;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.Closing;
import org.yici.donations.payment.ConfirmedGift;
import org.yici.donations.payment.Confirming;
import org.yici.donations.payment.PaymentReason;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.RefusedException;
import org.yici.platform.web.StrictJson;
import reactor.core.publisher.Mono;

/**
 * Where the sandbox's notices come in: verified on the raw bytes, compared with the gift, booked once. What is well signed
 * is answered 200, even when it is not believed: sending it again would change nothing. Only a notice that may be booked
 * later (we are busy, the books are not to be had) is answered 503, so that the provider sends it again. Logs name ids
 * only.
 */
@RestController
@ConditionalOnProperty("yici.payment.sandbox")
final class SandboxCallback {

    private static final Logger log = LoggerFactory.getLogger(SandboxCallback.class);

    private final SandboxSignature signature;
    private final Confirming confirming;
    private final Closing closing;
    private final StrictJson json;
    private final Clock wallClock;

    SandboxCallback(
            SandboxSignature signature, Confirming confirming, Closing closing, StrictJson json, Clock wallClock) {
        this.signature = signature;
        this.confirming = confirming;
        this.closing = closing;
        this.json = json;
        this.wallClock = wallClock;
    }

    record Heard(String result) {

        static Heard of(ConfirmedGift gift) {
            return new Heard(gift.repeated() ? "known" : "booked");
        }
    }

    @PostMapping(path = "/callbacks/sandbox", consumes = "application/json", produces = "application/json")
    Mono<Heard> hear(
            @RequestBody byte[] body,
            @RequestHeader(name = SandboxSignature.TIMESTAMP, required = false) @Nullable String timestamp,
            @RequestHeader(name = SandboxSignature.SIGNATURE, required = false) @Nullable String signed) {
        if (!signature.holds(timestamp, signed, body, wallClock.instant())) {
            log.warn("A notice of {} bytes claims to be the sandbox's and is not signed by it", body.length);
            return Mono.error(new RefusedException(Refusal.because(PaymentReason.NOT_SIGNED)));
        }
        SandboxNotice notice = json.read(body, SandboxNotice.class);
        return DonationId.parse(Objects.requireNonNullElse(notice.order(), ""))
                .map(id -> SandboxNotice.PAID.equals(notice.state()) ? paid(id, notice) : ended(id))
                .orElseGet(() -> Mono.just(new Heard(PaymentReason.UNKNOWN_GIFT.word())));
    }

    private Mono<Heard> ended(DonationId id) {
        return closing.close(id).map(closed -> new Heard(closed ? "closed" : "unchanged"));
    }

    private Mono<Heard> paid(DonationId id, SandboxNotice notice) {
        return notice.paid()
                .map(paid -> confirming
                        .confirm(paid)
                        .map(outcome -> outcome.fold(Heard::of, refusal -> refused(id, refusal))))
                .orElseGet(() -> Mono.just(refused(id, PaymentReason.WRONG_AMOUNT.word())));
    }

    /** Believed but not booked is the one refusal that must not be the last word: somebody has paid. */
    private static Heard refused(DonationId id, Refusal refusal) {
        if (refusal.reason().status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            throw new RefusedException(refusal);
        }
        return refused(id, refusal.reason().word());
    }

    private static Heard refused(DonationId id, String word) {
        log.warn("The sandbox's notice for gift {} is not booked: {}", id, word);
        return new Heard(word);
    }
}
