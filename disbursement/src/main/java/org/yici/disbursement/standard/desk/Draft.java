package org.yici.disbursement.standard.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new version of a standard, as it was typed. {@link DraftReading} says what is wrong with it.
 *
 * @param from the first day, {@code 2018-01-01}
 * @param until the last day; may be left out
 * @param formula a word of {@code Formula}
 * @param percent {@code 90} or {@code 87.5}
 * @param rounding of a difference: {@code FEN}, {@code JIAO} or {@code YUAN}
 * @param onDeath of a standing entitlement: {@code MONTH_AFTER}, which it is when left out, or {@code SAME_MONTH}
 * @param payFirst what may be paid before the notice, where anything may
 * @param noticeWithin so many days after that the notice has to hang: {@code 10}
 * @param evidence one paper a line
 * @param funds codes, in order, with commas or blanks between
 */
public record Draft(
        @Nullable String from,
        @Nullable String until,
        @Nullable String formula,
        @Nullable String amount,
        @Nullable String per,
        @Nullable String percent,
        @Nullable String floor,
        @Nullable String ceiling,
        @Nullable String cap,
        @Nullable String perYear,
        @Nullable String lifetime,
        @Nullable String payFirst,
        @Nullable String noticeWithin,
        @Nullable List<String> categories,
        @Nullable String evidence,
        @Nullable String funds,
        @Nullable String note,
        @Nullable String rounding,
        @Nullable String onDeath) {

    public Draft {
        categories = categories == null ? List.of() : List.copyOf(categories);
    }
}
