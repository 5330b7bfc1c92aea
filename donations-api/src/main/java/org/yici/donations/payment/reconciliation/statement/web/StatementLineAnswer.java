package org.yici.donations.payment.reconciliation.statement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.reconciliation.statement.LookedLine;
import org.yici.donations.payment.reconciliation.statement.StatementLine;
import org.yici.donations.payment.reconciliation.statement.StatementLine.Entry;
import org.yici.donations.payment.reconciliation.statement.match.BookedSettlement;
import org.yici.donations.payment.reconciliation.statement.paper.BankLine;
import org.yici.ledger.Money;

/**
 * A line for programs of the staff, as open as the reader's duty asks for.
 *
 * @param direction {@code IN} or {@code OUT}
 * @param number the bank's own
 * @param words who paid and what for; left out for who need not know it, and where it is kept no longer
 * @param fate {@code SETTLEMENT GIFT OPEN NOT_OURS REPEATED}; of what is open or not filed yet as the books say now
 * @param sequence of the journal that it is
 * @param statement the one that it was filed with before
 * @param explainedBy who has settled it in words
 * @param choices the settlements that it may be
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record StatementLineAnswer(
        int line,
        int row,
        String day,
        String direction,
        StatementAnswer.Amount amount,
        @Nullable String number,
        @Nullable String words,
        String fate,
        @Nullable Long sequence,
        @Nullable String statement,
        @Nullable String explainedBy,
        List<Choice> choices) {

    /** @param day when its provider has paid it out */
    record Choice(long sequence, String provider, String number, String day) {

        static Choice of(BookedSettlement settlement) {
            return new Choice(
                    settlement.sequence(),
                    settlement.provider(),
                    settlement.number(),
                    settlement.day().toString());
        }
    }

    /** @param works whether the reader's duty is to match it */
    static StatementLineAnswer of(LookedLine looked, boolean works) {
        StatementLine line = looked.line();
        BankLine paper = line.paper();
        Entry entry = looked.entry();
        Long firstIn = line.firstIn();
        return new StatementLineAnswer(
                line.id().line(),
                paper.row(),
                paper.bookedOn().toString(),
                paper.moved().isNegative() ? "OUT" : "IN",
                new StatementAnswer.Amount(Math.abs(paper.moved().fen()), Money.CURRENCY),
                paper.number(),
                works ? paper.words() : null,
                looked.fate().name(),
                entry == null ? null : entry.sequence(),
                firstIn == null ? null : Long.toString(firstIn),
                line.explained() == null ? null : line.explained().by(),
                works ? looked.choices().stream().map(Choice::of).toList() : List.of());
    }
}
