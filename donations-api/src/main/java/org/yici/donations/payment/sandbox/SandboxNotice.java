package org.yici.donations.payment.sandbox;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.DonationId;
import org.yici.donations.payment.PaidNotice;
import org.yici.ledger.Money;

/**
 * What the sandbox provider tells us, as JSON.
 *
 * @param order the gift's id, which is the order's number at the provider
 * @param state {@code PAID} or {@code ENDED}
 */
record SandboxNotice(
        @Nullable String order,
        @Nullable String reference,
        @Nullable String state,
        @Nullable Amount amount) {

    static final String PAID = "PAID";
    static final String ENDED = "ENDED";

    record Amount(@Nullable Long value, @Nullable String currency) {}

    /** What it says when it says that a gift is paid, in our currency; empty when it says anything else. */
    Optional<PaidNotice> paid() {
        if (!PAID.equals(state) || amount == null || amount.value == null || !Money.CURRENCY.equals(amount.currency)) {
            return Optional.empty();
        }
        Money paid = Money.ofFen(amount.value);
        String payment = Objects.requireNonNullElse(reference, "");
        return DonationId.parse(Objects.requireNonNullElse(order, ""))
                .map(id -> new PaidNotice(id, SandboxMethod.WORD, paid, payment));
    }
}
