package org.yici.disbursement.standard;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;

/** How an amount is worked out. Exact fen; what does not come out even is rounded down, in the one place that says so. */
public sealed interface Formula permits AsAsked, FixedAmount, ShareOfExpense, Recurring, Difference {

    /** What it gives on these facts, before any cap. */
    Money amount(Basis basis);

    /** Its parts as they are stored, typed and compared. */
    Parts parts();

    /** Does it work the amount out? Else it is the officers' judgement, and what goes beyond the cap is refused, not cut. */
    default boolean worksOut() {
        return true;
    }

    /** Does it ask for the expense? */
    default boolean needsExpense() {
        return false;
    }

    /** Does it ask for how many months? */
    default boolean needsMonths() {
        return false;
    }

    /**
     * @param word {@code as-asked}, {@code fixed}, {@code per-month}, {@code share-of-expense}, {@code year-in-months},
     *     {@code difference}, {@code year-difference}
     * @param amount once, a month or a year
     * @param permyriad the share in hundredths of a per cent
     * @param floor the part of the expense that is not shared; of a difference the least a head
     * @param ceiling the most that the share comes to
     * @param rounding of a difference
     */
    record Parts(
            String word,
            @Nullable Money amount,
            @Nullable Per per,
            @Nullable Integer permyriad,
            @Nullable Money floor,
            @Nullable Money ceiling,
            @Nullable Rounding rounding) {

        public Parts(
                String word,
                @Nullable Money amount,
                @Nullable Per per,
                @Nullable Integer permyriad,
                @Nullable Money floor,
                @Nullable Money ceiling) {
            this(word, amount, per, permyriad, floor, ceiling, null);
        }

        static Parts of(String word, Money amount, Per per) {
            return new Parts(word, amount, per, null, null, null);
        }

        public String messageKey() {
            return "standard.formula." + word;
        }

        /** The share as people write it: {@code 90}, {@code 87.5}; empty where there is none. */
        public String percent() {
            return permyriad == null
                    ? ""
                    : BigDecimal.valueOf(permyriad, 2).stripTrailingZeros().toPlainString();
        }
    }

    /** @throws IllegalArgumentException for parts that are no formula */
    static Formula of(Parts parts) {
        return switch (parts.word()) {
            case AsAsked.WORD -> new AsAsked();
            case FixedAmount.WORD -> new FixedAmount(present(parts.amount()), present(parts.per()));
            case PerMonth.WORD -> new PerMonth(present(parts.amount()), present(parts.per()));
            case YearInMonths.WORD -> new YearInMonths(present(parts.amount()), present(parts.per()));
            case ShareOfExpense.WORD ->
                new ShareOfExpense(present(parts.permyriad()), present(parts.floor()), parts.ceiling());
            case Difference.MONTHLY, Difference.YEARLY ->
                Difference.of(parts, present(parts.amount()), present(parts.floor()), present(parts.rounding()));
            default -> throw new IllegalArgumentException("no formula: " + parts.word());
        };
    }

    private static <T> T present(@Nullable T part) {
        if (part == null) {
            throw new IllegalArgumentException("a part of the formula is missing");
        }
        return part;
    }
}
