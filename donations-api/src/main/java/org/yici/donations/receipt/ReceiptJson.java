package org.yici.donations.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.Donation;
import org.yici.donations.payment.refund.DonorRefunds.DonorRefund;
import org.yici.ledger.Money;
import org.yici.platform.facts.Fact.Words;
import org.yici.platform.facts.Wire;
import org.yici.proof.Commitment;

/**
 * A receipt for programs.
 *
 * @param leaf the canonical public form of the journal, as a text: hash these bytes
 * @param secret salt and private part: their hash is the leaf's {@code private}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptJson(
        String id,
        String status,
        Amount amount,
        String capitals,
        String campaign,
        Words title,
        Words organisation,
        @Nullable String paidAt,
        @Nullable Long sequence,
        @Nullable Way way,
        @Nullable String leaf,
        @Nullable Secret secret,
        List<Back> refunds) {

    record Amount(long value, String currency) {}

    record Share(long sequence, String grant, String kind, String at, Amount amount, String state) {}

    /**
     * What was asked back.
     *
     * @param amount left out where all that is not spent was asked for and nothing is decided
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Back(String state, @Nullable Amount amount, String at) {}

    record Way(List<Share> paid, Amount costs, Amount refunded, Amount unspent) {}

    /** @param text canonical JSON; the commitment is SHA-256(salt ‖ its UTF-8 bytes) */
    record Secret(String salt, String text) {}

    static ReceiptJson of(Receipt receipt) {
        Donation donation = receipt.donation();
        return new ReceiptJson(
                donation.id().toString(),
                donation.status().name(),
                amount(donation.amount().fen()),
                donation.amount().inCapitals(),
                donation.campaign().value(),
                receipt.campaign().title(),
                receipt.campaign().organisation(),
                donation.paidAt() == null ? null : Wire.time(donation.paidAt()),
                donation.sequence(),
                way(receipt.way()),
                receipt.leaf(),
                secret(receipt.secret()),
                receipt.refunds().stream().map(ReceiptJson::back).toList());
    }

    private static Back back(DonorRefund refund) {
        Money amount = refund.amount();
        return new Back(
                refund.status().donorWord(), amount == null ? null : amount(amount.fen()), Wire.time(refund.since()));
    }

    private static @Nullable Way way(Receipt.@Nullable Way way) {
        return way == null
                ? null
                : new Way(
                        way.shares().stream().map(ReceiptJson::share).toList(),
                        amount(way.costs()),
                        amount(way.refunded()),
                        amount(way.waiting()));
    }

    private static Share share(Receipt.Share share) {
        return new Share(
                share.sequence(),
                share.grant(),
                share.aid(),
                Wire.time(share.at()),
                amount(share.amount()),
                share.reached() ? "PAID" : "AWARDED");
    }

    private static @Nullable Secret secret(@Nullable Commitment commitment) {
        return commitment == null
                ? null
                : new Secret(Base64.getEncoder().encodeToString(commitment.salt()), commitment.json());
    }

    private static Amount amount(long fen) {
        return new Amount(fen, Money.CURRENCY);
    }
}
