package org.yici.donations.receipt;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.donations.campaign.Campaign;
import org.yici.donations.donation.Donation;
import org.yici.donations.payment.refund.DonorRefunds.DonorRefund;
import org.yici.ledger.Money;
import org.yici.proof.Commitment;

/**
 * Everything that a receipt says.
 *
 * @param name of the donor, for the donor's own eyes; null for an anonymous gift
 * @param way what became of the money; null until it is paid
 * @param leaf the journal's public form, byte for byte as the proof log has it; null until it is paid
 * @param secret what the journal's commitment stands for; null until it is paid, or after it was erased
 * @param refundable how much of it could go back now
 * @param refunds what was asked back, and what became of it
 */
record Receipt(
        Donation donation,
        Campaign campaign,
        @Nullable String name,
        @Nullable Way way,
        @Nullable String leaf,
        @Nullable Commitment secret,
        Money refundable,
        List<DonorRefund> refunds) {

    /** Whether the donor may ask for some of it back: one wish at a time, and only for what is not spent. */
    public boolean mayAskBack() {
        return refundable.isPositive()
                && refunds.stream().allMatch(refund -> refund.status().isFinished());
    }

    /**
     * What became of the gift, in fen: paid + promised + costs + refunded + waiting is the whole of it.
     *
     * @param promised awarded to somebody and not confirmed as paid yet
     * @param givenBack did some of it reach somebody and come back, because it was not used as agreed?
     */
    record Way(
            List<Share> shares, long paid, long promised, long costs, long refunded, long waiting, boolean givenBack) {}

    /**
     * The gift's part in one grant.
     *
     * @param at when the grant was awarded
     * @param reached whether the bank has confirmed the payment
     */
    record Share(long sequence, String grant, String aid, Instant at, long amount, boolean reached) {}
}
