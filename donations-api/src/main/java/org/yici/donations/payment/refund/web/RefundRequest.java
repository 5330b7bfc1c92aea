package org.yici.donations.payment.refund.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.refund.FinishByHand.Source;
import org.yici.donations.payment.refund.RefundWords;
import org.yici.ledger.Money;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;

/** Bodies of requests about refunds, as they came, for programs and forms alike; {@code checked} says what is wrong with them. */
final class RefundRequest {

    private RefundRequest() {}

    /** @param value fen */
    record Amount(@Nullable Long value, @Nullable String currency) {

        static Amount of(Money money) {
            return new Amount(money.fen(), Money.CURRENCY);
        }

        /** The money, or zero with the fault noted. */
        private static Money read(@Nullable Amount amount, FieldErrors errors) {
            errors.require(amount != null, "amount", "input.amount");
            if (amount == null) {
                return Money.ZERO;
            }
            Long value = amount.value();
            errors.require(Money.CURRENCY.equals(amount.currency()), "amount.currency", "input.currency");
            errors.require(value != null && value > 0, "amount.value", "input.amount");
            return value == null ? Money.ZERO : Money.ofFen(value);
        }
    }

    /** How much goes back and why. */
    record Proposal(@Nullable Amount amount, @Nullable String reason) {

        record Checked(Money amount, String reason) {}

        /** @throws InvalidInput naming every field that is wrong */
        Checked checked() {
            FieldErrors errors = new FieldErrors();
            Money money = Amount.read(amount, errors);
            String words = RefundWords.required(errors, reason, "reason", RefundWords.REASON_CHARACTERS);
            errors.throwIfAny();
            return new Checked(money, words);
        }
    }

    /**
     * @param decision {@code APPROVE} or {@code DECLINE}
     * @param amount what the approver has read; may be left out
     * @param note has to be there to decline: the donor reads it
     */
    record Decision(
            @Nullable String decision,
            @Nullable Amount amount,
            @Nullable String note) {

        record Checked(
                boolean approve,
                @Nullable Money seen,
                @Nullable String note) {}

        /** @throws InvalidInput naming every field that is wrong */
        Checked checked() {
            boolean approve = "APPROVE".equals(decision);
            FieldErrors errors = new FieldErrors();
            errors.require(approve || "DECLINE".equals(decision), "decision", "input.refund-decision");
            Money seen = amount == null ? null : Amount.read(amount, errors);
            String words = approve
                    ? RefundWords.optional(errors, note, "note", RefundWords.NOTE_CHARACTERS)
                    : RefundWords.required(errors, note, "note", RefundWords.NOTE_CHARACTERS);
            errors.throwIfAny();
            return new Checked(approve, seen, words);
        }
    }

    /**
     * @param source {@code CASH} or {@code SAME_WAY}
     * @param reference of the slip
     */
    record Payment(@Nullable String source, @Nullable String reference) {

        record Checked(Source source, String reference) {}

        /** @throws InvalidInput naming every field that is wrong */
        Checked checked() {
            String word = Objects.requireNonNullElse(source, "");
            boolean known = word.equals(Source.CASH.name()) || word.equals(Source.SAME_WAY.name());
            FieldErrors errors = new FieldErrors();
            errors.require(known, "source", "input.refund-source");
            String slip = RefundWords.required(errors, reference, "reference", RefundWords.REFERENCE_CHARACTERS);
            errors.throwIfAny();
            return new Checked(Source.valueOf(word), slip);
        }
    }
}
