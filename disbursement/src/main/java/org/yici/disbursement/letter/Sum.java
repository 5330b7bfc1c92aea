package org.yici.disbursement.letter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.standard.Basis;
import org.yici.disbursement.standard.Formula;
import org.yici.disbursement.standard.Judgement;
import org.yici.disbursement.standard.Per;
import org.yici.disbursement.standard.Version;
import org.yici.ledger.Money;

/** How a granted amount was come to, step by step, each a sentence: its key and what it is about. */
public record Sum(List<Line> lines, Money computed, Money granted) {

    public record Line(String messageKey, List<Object> arguments) {

        static Line of(String messageKey, Object... arguments) {
            return new Line(messageKey, List.of(arguments));
        }

        /** For the template, which wants an array. */
        public Object[] values() {
            return arguments.toArray();
        }
    }

    public Sum {
        lines = List.copyOf(lines);
    }

    static Sum of(Version version, Judgement judged) {
        Basis basis = judged.facts().basis();
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("letter.sum.asked", basis.asked().yuan()));
        lines.add(worked(version.formula(), basis));
        Money cap = version.limits().cap();
        if (cap != null) {
            lines.add(Line.of("letter.sum.cap", cap.yuan()));
        }
        lines.add(Line.of("letter.sum.computed", judged.computed().yuan()));
        return new Sum(lines, judged.computed(), judged.awarded());
    }

    public boolean deviates() {
        return !computed.equals(granted);
    }

    private static Line worked(Formula formula, Basis basis) {
        Formula.Parts parts = formula.parts();
        int people = parts.per() == Per.PERSON ? basis.people() : 1;
        return switch (parts.word()) {
            case "fixed" -> Line.of("letter.sum.fixed", yuan(parts.amount()), people);
            case "per-month", "year-in-months" ->
                Line.of("letter.sum." + parts.word(), yuan(parts.amount()), people, basis.months());
            case "share-of-expense" ->
                Line.of(
                        "letter.sum.share",
                        basis.expense().yuan(),
                        yuan(parts.floor()),
                        parts.percent(),
                        formula.amount(basis).yuan());
            default -> Line.of("letter.sum.judged");
        };
    }

    private static String yuan(@Nullable Money amount) {
        return amount == null ? "0.00" : amount.yuan();
    }
}
