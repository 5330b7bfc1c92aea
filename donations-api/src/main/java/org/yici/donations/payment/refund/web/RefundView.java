package org.yici.donations.payment.refund.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yici.donations.donation.Donation;
import org.yici.donations.payment.refund.Refund;
import org.yici.donations.payment.refund.RefundAct;
import org.yici.donations.payment.refund.RefundCase;
import org.yici.donations.payment.refund.RefundOffers.Offer;
import org.yici.donations.payment.refund.RefundStory;

/**
 * Everything that the page of one refund shows, for the person who looks. Public methods are for the template.
 *
 * @param names by username
 */
record RefundView(RefundCase seen, List<Offer> offers, List<RefundStory.Line> lines, Map<String, String> names) {

    /** A line of the story; {@code who} is a name, or null where {@code whoKey} says it. */
    record Told(
            Instant at,
            @Nullable String who,
            String whoKey,
            String messageKey,
            @Nullable String amount,
            @Nullable String words,
            @Nullable String code) {}

    public Refund refund() {
        return seen.refund();
    }

    public Donation gift() {
        return seen.gift();
    }

    public boolean may(String act) {
        return offers.stream().anyMatch(offer -> offer.act() == RefundAct.valueOf(act) && offer.allowed());
    }

    /** What a proposal begins with: what stands there, what the donor asked for, or all that could go back. */
    public String startAmount() {
        Refund.Proposal proposal = refund().proposal();
        if (proposal != null) {
            return plain(proposal.amount().fen());
        }
        return plain(
                refund().wished() == null
                        ? seen.refundable().fen()
                        : refund().wished().fen());
    }

    public String startReason() {
        Refund.Proposal proposal = refund().proposal();
        return proposal == null ? "" : proposal.reason();
    }

    public List<Told> story() {
        return lines.stream().map(this::told).toList();
    }

    private Told told(RefundStory.Line line) {
        String actor = line.actor();
        return new Told(
                line.at(),
                actor == null ? null : names.getOrDefault(actor, actor),
                "refund.who." + line.act().name(),
                "refund.told." + line.act().name() + variant(line),
                line.amount() == null ? null : line.amount().toString(),
                line.words(),
                line.code());
    }

    /** Two sentences depend on more than the act. */
    private static String variant(RefundStory.Line line) {
        return switch (line.act()) {
            case ASK -> line.amount() == null ? ".all" : "";
            case PAY_BY_HAND -> "." + line.code();
            case PROPOSE, APPROVE, DECLINE, SEND, LEAVE_TO_HAND, CONFIRM, FAIL, DISPUTE, COME_BACK, SEND_AGAIN -> "";
        };
    }

    /** As somebody would type it. */
    static String plain(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }
}
