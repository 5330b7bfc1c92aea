package org.yici.disbursement.standard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;

/**
 * What a standard says from one day on. Once approved it is never changed: decisions were judged by it.
 *
 * @param until the last day; null: until the next version
 * @param categories words of those who are eligible; none: everybody on the register
 * @param evidence words of the papers that are asked for
 * @param funds what an award draws on, in order
 * @param note the document that it rests on
 * @param onDeath of a standing entitlement
 * @param decidedAt since when it is known; null: not yet, or since ever
 */
public record Version(
        UUID id,
        String standard,
        LocalDate from,
        @Nullable LocalDate until,
        Formula formula,
        Limits limits,
        List<String> categories,
        List<String> evidence,
        List<FundCode> funds,
        String note,
        State state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        OnDeath onDeath,
        @Nullable Instant decidedAt) {

    public enum State {
        PROPOSED,
        APPROVED,
        WITHDRAWN
    }

    public Version {
        categories = List.copyOf(categories);
        evidence = List.copyOf(evidence);
        funds = List.copyOf(funds);
    }

    /** Where a death is none of its business. */
    public Version(
            UUID id,
            String standard,
            LocalDate from,
            @Nullable LocalDate until,
            Formula formula,
            Limits limits,
            List<String> categories,
            List<String> evidence,
            List<FundCode> funds,
            String note,
            State state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy) {
        this(
                id,
                standard,
                from,
                until,
                formula,
                limits,
                categories,
                evidence,
                funds,
                note,
                state,
                proposedBy,
                proposedAt,
                decidedBy,
                OnDeath.MONTH_AFTER,
                null);
    }

    /** @param words of categories, with a blank between: one that is eligible is enough */
    public boolean isEligible(String words) {
        return categories.isEmpty() || Arrays.stream(words.split(" ")).anyMatch(categories::contains);
    }

    /** What the standard comes to on these facts: never more than was asked, nor, where it is worked out, than the cap. */
    public Money amountFor(Basis basis) {
        if (!formula.worksOut()) {
            return basis.asked();
        }
        Money capped = limits.capped(formula.amount(basis));
        return basis.asked().compareTo(capped) < 0 ? basis.asked() : capped;
    }

    Version approved() {
        return new Version(
                id,
                standard,
                from,
                until,
                formula,
                limits,
                categories,
                evidence,
                funds,
                note,
                State.APPROVED,
                proposedBy,
                proposedAt,
                decidedBy,
                onDeath,
                decidedAt);
    }

    /** Was it decided by then? */
    boolean isKnown(Instant at) {
        return decidedAt == null || !decidedAt.isAfter(at);
    }

    boolean hasBegun(LocalDate day) {
        return state == State.APPROVED && !from.isAfter(day);
    }

    boolean hasEnded(LocalDate day) {
        return until != null && until.isBefore(day);
    }
}
