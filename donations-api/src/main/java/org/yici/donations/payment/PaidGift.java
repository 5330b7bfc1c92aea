package org.yici.donations.payment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.Donation;
import org.yici.platform.outcome.Refusal;

/**
 * A gift as it stands, for deciding whether a notice pays it.
 *
 * @param reference of the payment that paid it; null until paid
 */
record PaidGift(Donation donation, @Nullable String reference) {

    /** Why the notice does not pay this gift; empty when it does, or did. */
    Optional<Refusal> against(PaidNotice notice) {
        if (!donation.method().equals(notice.method())) {
            return Optional.of(Refusal.because(PaymentReason.WRONG_METHOD));
        }
        if (!donation.amount().equals(notice.amount())) {
            return Optional.of(Refusal.because(PaymentReason.WRONG_AMOUNT));
        }
        if (reference != null && !reference.equals(notice.reference())) {
            return Optional.of(Refusal.because(PaymentReason.OTHER_PAYMENT));
        }
        return Optional.empty();
    }
}
