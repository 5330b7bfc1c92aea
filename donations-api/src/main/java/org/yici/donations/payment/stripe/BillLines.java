package org.yici.donations.payment.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.BalanceTransactionSource;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.order.BillLine;

/**
 * What a movement of our balance at Stripe says: its amount is one line, the fee that Stripe keeps of it another. The first
 * goes by the number that Stripe's other answers give what was moved (payment, refund, payout), so that it is found again;
 * all others by the movement's own. Amounts stay in the balance's currency: one that is not the fund's is for a person to see.
 */
final class BillLines {

    private BillLines() {}

    /** @param ours our number of the order or refund; null when it has none */
    static List<BillLine> of(BalanceTransaction moved, @Nullable String ours) {
        List<BillLine> lines = new ArrayList<>();
        long amount = moved.getAmount();
        BillLine.Kind kind = kind(moved, amount);
        lines.add(line(moved, kind, theirs(moved, kind), ours, amount));
        long fee = Objects.requireNonNullElse(moved.getFee(), 0L);
        if (fee != 0) {
            lines.add(line(moved, fee > 0 ? BillLine.Kind.FEE : BillLine.Kind.FEE_BACK, moved.getId(), ours, fee));
        }
        return lines;
    }

    private static BillLine line(
            BalanceTransaction moved, BillLine.Kind kind, String theirs, @Nullable String ours, long amount) {
        return new BillLine(
                kind,
                ours,
                theirs,
                Math.abs(amount),
                moved.getCurrency().toUpperCase(Locale.ROOT),
                Instant.ofEpochSecond(moved.getCreated()));
    }

    /** A line that goes the other way than its kind does is none of it. */
    private static BillLine.Kind kind(BalanceTransaction moved, long amount) {
        return switch (String.valueOf(moved.getReportingCategory())) {
            case "charge" -> amount >= 0 ? BillLine.Kind.PAYMENT : BillLine.Kind.OTHER;
            case "refund" -> amount <= 0 ? BillLine.Kind.REFUND : BillLine.Kind.OTHER;
            case "refund_failure" -> amount >= 0 ? BillLine.Kind.REFUND_BACK : BillLine.Kind.OTHER;
            case "payout" -> amount <= 0 ? BillLine.Kind.SETTLEMENT : BillLine.Kind.OTHER;
            case "payout_reversal" -> amount >= 0 ? BillLine.Kind.SETTLEMENT_BACK : BillLine.Kind.OTHER;
            case "dispute" -> amount <= 0 ? BillLine.Kind.CHARGEBACK : BillLine.Kind.OTHER;
            case "dispute_reversal" -> amount >= 0 ? BillLine.Kind.CHARGEBACK_BACK : BillLine.Kind.OTHER;
            case "fee" -> amount <= 0 ? BillLine.Kind.FEE : BillLine.Kind.FEE_BACK;
            default -> BillLine.Kind.OTHER;
        };
    }

    /** A payment goes by its own number, as in notices; a refund, a payout and a dispute by theirs, coming and going. */
    private static String theirs(BalanceTransaction moved, BillLine.Kind kind) {
        String source = Objects.requireNonNullElse(moved.getSource(), moved.getId());
        return switch (kind) {
            case PAYMENT -> paid(moved).orElse(source);
            case REFUND, REFUND_BACK, SETTLEMENT, SETTLEMENT_BACK, CHARGEBACK, CHARGEBACK_BACK -> source;
            case FEE, FEE_BACK, OTHER -> moved.getId();
        };
    }

    private static Optional<String> paid(BalanceTransaction moved) {
        return moved.getSourceObject() instanceof Charge charge
                ? Optional.ofNullable(charge.getPaymentIntent())
                : Optional.empty();
    }

    /** Our number, where what was moved carries it. */
    static @Nullable String ours(BalanceTransaction moved) {
        BalanceTransactionSource source = moved.getSourceObject();
        if (source instanceof Charge charge) {
            return charge.getMetadata() == null ? null : charge.getMetadata().get(SessionRequest.NUMBER);
        }
        return source instanceof Refund refund ? StripeRefunds.number(refund.getMetadata()) : null;
    }

    /** Stripe's number of the payment that is disputed: a dispute carries nothing of ours itself. */
    static Optional<String> disputed(BalanceTransaction moved) {
        return moved.getSourceObject() instanceof Dispute dispute
                ? Optional.ofNullable(dispute.getPaymentIntent())
                : Optional.empty();
    }
}
