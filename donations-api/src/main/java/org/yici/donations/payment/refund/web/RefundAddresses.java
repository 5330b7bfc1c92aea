package org.yici.donations.payment.refund.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.donations.donation.Donation;
import org.yici.donations.donation.DonationId;
import org.yici.donations.donation.Donations;
import org.yici.donations.donation.ReceiptToken;
import org.yici.donations.payment.refund.Refund;
import org.yici.donations.payment.refund.RefundId;
import org.yici.donations.payment.refund.RefundReason;
import org.yici.donations.payment.refund.Refunds;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** What a segment of an address names; anything else is 404, however it is spelt. */
@Component
final class RefundAddresses {

    private final Donations donations;
    private final Refunds refunds;

    RefundAddresses(Donations donations, Refunds refunds) {
        this.donations = donations;
        this.refunds = refunds;
    }

    Mono<Donation> gift(@Nullable String segment) {
        return Mono.justOrEmpty(DonationId.parse(Objects.requireNonNullElse(segment, "")))
                .flatMap(donations::find)
                .switchIfEmpty(unknown());
    }

    Mono<Donation> giftOfReceipt(String token) {
        return Mono.justOrEmpty(ReceiptToken.parse(token))
                .flatMap(donations::find)
                .switchIfEmpty(unknown());
    }

    Mono<Refund> refund(String segment) {
        return Mono.justOrEmpty(RefundId.parse(segment)).flatMap(refunds::find).switchIfEmpty(unknown());
    }

    /** The refund, if it is one of that gift. */
    Mono<Refund> refund(String gift, String segment) {
        return refund(segment)
                .filter(refund -> refund.gift().toString().equals(gift))
                .switchIfEmpty(unknown());
    }

    private static <T> Mono<T> unknown() {
        return Mono.error(() -> new RefusedException(Refusal.because(RefundReason.UNKNOWN)));
    }
}
