package org.yici.disbursement.clawback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.award.AwardId;
import org.yici.ledger.Money;

/**
 * A demand about one grant, with its history.
 *
 * @param correctBy the last day to put it right
 * @param claim what is asked back; null until then
 * @param returned what came back so far
 * @param steps oldest first
 * @param parts what came back, oldest first
 */
public record Clawback(
        UUID id,
        AwardId award,
        Ground ground,
        ClawbackState state,
        LocalDate correctBy,
        String openedBy,
        Instant openedAt,
        @Nullable Claim claim,
        @Nullable String waivedBy,
        Money returned,
        List<Step> steps,
        List<Part> parts) {

    public Clawback {
        steps = List.copyOf(steps);
        parts = List.copyOf(parts);
    }

    public enum Ground {
        /** Not used as was agreed: may be put right first. */
        MISUSED,
        /** Got by false papers: may be asked back at once. */
        FALSE_PAPERS;

        public String messageKey() {
            return "clawback.ground." + name();
        }
    }

    /** What is asked back, by which day, and who asked. */
    public record Claim(Money amount, LocalDate returnBy, String by) {}

    /** @param amount demanded or received, where that was the step */
    public record Step(
            ClawbackAction action,
            ClawbackState to,
            String actor,
            Instant at,
            @Nullable Money amount,
            String note) {}

    /**
     * Money that came back.
     *
     * @param reference the bank's own number of that payment
     * @param sequence of its journal
     */
    public record Part(String reference, Money amount, LocalDate receivedOn, String by, Instant at, long sequence) {}

    /** What is asked back and has not come; zero while nothing is asked back. */
    public Money outstanding() {
        return claim == null ? Money.ZERO : claim.amount().minus(returned);
    }

    /** What a payment of that amount is to it. */
    ClawbackAction receiving(Money amount) {
        return amount.equals(outstanding()) ? ClawbackAction.RECEIVE_REST : ClawbackAction.RECEIVE_PART;
    }

    Clawback claiming(Claim asked) {
        return new Clawback(
                id, award, ground, state, correctBy, openedBy, openedAt, asked, waivedBy, returned, steps, parts);
    }

    Clawback receiving(Part part) {
        return new Clawback(
                id,
                award,
                ground,
                state,
                correctBy,
                openedBy,
                openedAt,
                claim,
                waivedBy,
                returned.plus(part.amount()),
                steps,
                parts);
    }

    Clawback waivedBy(String actor) {
        return new Clawback(
                id, award, ground, state, correctBy, openedBy, openedAt, claim, actor, returned, steps, parts);
    }

    Clawback at(ClawbackState next) {
        return new Clawback(
                id, award, ground, next, correctBy, openedBy, openedAt, claim, waivedBy, returned, steps, parts);
    }

    @Override
    public String toString() {
        return "clawback " + id;
    }
}
