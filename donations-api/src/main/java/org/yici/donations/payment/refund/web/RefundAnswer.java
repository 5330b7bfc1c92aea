package org.yici.donations.payment.refund.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.refund.Refund;
import org.yici.donations.payment.refund.RefundCase;
import org.yici.donations.payment.refund.RefundOffers.Offer;
import org.yici.donations.payment.refund.RefundStory;
import org.yici.ledger.Money;
import org.yici.platform.facts.Wire;

/**
 * A refund for programs of the staff.
 *
 * @param refundable how much of the gift could go back now
 * @param sequence of the journal that took it out of the fund
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefundAnswer(
        String id,
        String donation,
        String state,
        RefundRequest.@Nullable Amount wished,
        RefundRequest.@Nullable Amount amount,
        @Nullable String reason,
        @Nullable String proposedBy,
        @Nullable String decidedBy,
        RefundRequest.Amount refundable,
        @Nullable Long sequence,
        String askedAt,
        List<Next> next,
        List<Told> history) {

    /** @param reason the machine word why not */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Next(String action, boolean allowed, @Nullable String reason) {

        static Next of(Offer offer) {
            return new Next(
                    offer.act().word(),
                    offer.allowed(),
                    offer.obstacle().map(refusal -> refusal.reason().word()).orElse(null));
        }
    }

    /** @param by username; left out for the donor, the program and the provider */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            String at,
            String action,
            @Nullable String by,
            RefundRequest.@Nullable Amount amount,
            @Nullable String note,
            @Nullable String code) {

        static Told of(RefundStory.Line line) {
            return new Told(
                    Wire.time(line.at()),
                    line.act().word(),
                    line.actor(),
                    orNull(line.amount()),
                    line.words(),
                    line.code());
        }
    }

    static RefundAnswer of(RefundCase seen, List<Offer> offers, List<RefundStory.Line> story) {
        Refund refund = seen.refund();
        Refund.Proposal proposal = refund.proposal();
        return new RefundAnswer(
                refund.id().toString(),
                refund.gift().toString(),
                refund.status().name(),
                orNull(refund.wished()),
                proposal == null ? null : RefundRequest.Amount.of(proposal.amount()),
                proposal == null ? null : proposal.reason(),
                proposal == null ? null : proposal.by(),
                refund.decidedBy(),
                RefundRequest.Amount.of(seen.refundable()),
                refund.sequence(),
                Wire.time(refund.askedAt()),
                offers.stream().map(Next::of).toList(),
                story.stream().map(Told::of).toList());
    }

    private static RefundRequest.@Nullable Amount orNull(@Nullable Money money) {
        return money == null ? null : RefundRequest.Amount.of(money);
    }
}
