package org.yici.donations.payment.simulator.stripe;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The account's balance, movement by movement, with the flaws that a test plants in it. */
final class SimulatedBalance {

    /** 0.6 percent. */
    private static final long FEE_PER_THOUSAND = 6;

    private static final long THOUSAND = 1000;
    /** For a dispute, in fen. */
    private static final long DISPUTE_FEE = 1500;

    private final List<SimulatedMove> moves = new ArrayList<>();
    private final Clock clock;
    private int last;

    SimulatedBalance(Clock clock) {
        this.clock = clock;
    }

    /** 0.6% of {@code fen}, rounded half up to a whole fen. */
    static long fee(long fen) {
        return (fen * FEE_PER_THOUSAND + THOUSAND / 2) / THOUSAND;
    }

    synchronized void charged(SimulatedSession session) {
        add("charge", session.fen(), fee(session.fen()), session.currency(), session.chargeJson());
    }

    synchronized void refunded(SimulatedRefund refund) {
        add("refund", -refund.fen(), 0, refund.session().currency(), refund.json());
    }

    /** A refund has failed: its money is back. */
    synchronized void returned(SimulatedRefund refund) {
        add("refund_failure", refund.fen(), 0, refund.session().currency(), refund.json());
    }

    synchronized void disputed(SimulatedSession session) {
        add("dispute", -session.fen(), DISPUTE_FEE, session.currency(), session.disputeJson());
    }

    /** The dispute is won: what was taken is back, its fee is not. */
    synchronized void won(SimulatedSession session) {
        add("dispute_reversal", session.fen(), 0, session.currency(), session.disputeJson());
    }

    /** Our bank sends the last payout back. */
    synchronized void bounce() {
        SimulatedMove payout = moves.stream()
                .filter(move -> move.category().equals("payout"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        add("payout_reversal", -payout.amount(), 0, payout.currency(), payout.source());
    }

    /** Pays everything out to our bank. Answers how much, in fen. */
    synchronized long settle() {
        long net = moves.stream().mapToLong(SimulatedMove::net).sum();
        add("payout", -net, 0, "cny", StripeJson.object("payout").and("id", "po_" + (last + 1)));
        return net;
    }

    /** A flaw: a payment that nobody of ours knows of. */
    synchronized void addForeign(long fen) {
        String id = "ch_foreign" + (last + 1);
        add("charge", fen, fee(fen), "cny", StripeJson.object("charge").and("id", id));
    }

    /** A flaw: what concerns the order or refund {@code number} is not there. */
    synchronized void lose(String number) {
        moves.removeIf(move -> move.concerns(number));
    }

    /** A flaw: {@code fen} more than there was. */
    synchronized void alter(String number, long fen) {
        change(number, move -> move.more(fen));
    }

    /** Not in our fund's currency: Stripe has exchanged it. */
    synchronized void exchange(String number, String currency) {
        change(number, move -> move.in(currency));
    }

    private void change(String number, UnaryOperator<SimulatedMove> change) {
        moves.replaceAll(move -> move.concerns(number) ? change.apply(move) : move);
    }

    private void add(String category, long amount, long fee, String currency, StripeJson source) {
        last++;
        moves.add(new SimulatedMove("txn_" + last, category, amount, fee, currency, clock.instant(), source));
    }

    /** Newest first, as Stripe lists. */
    synchronized StripeJson list(StripeForm query) {
        List<SimulatedMove> newest =
                new ArrayList<>(moves.stream().filter(between(query)).toList());
        Collections.reverse(newest);
        boolean withSource = query.values().containsValue("data.source");
        return StripeList.page(
                "/v1/balance_transactions", newest, query, SimulatedMove::id, one -> one.json(withSource));
    }

    private static Predicate<SimulatedMove> between(StripeForm query) {
        Instant from = second(query.get("created[gte]"), Instant.MIN);
        Instant until = second(query.get("created[lt]"), Instant.MAX);
        return move -> !move.at().isBefore(from) && move.at().isBefore(until);
    }

    private static Instant second(@Nullable String written, Instant otherwise) {
        return written == null ? otherwise : Instant.ofEpochSecond(Long.parseLong(written));
    }
}
