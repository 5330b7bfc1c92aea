package org.yici.donations.payment.reconciliation.statement;

import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.reconciliation.statement.match.LineId;
import org.yici.donations.payment.reconciliation.statement.match.OpenCredit;
import org.yici.donations.payment.reconciliation.statement.paper.BankLine;

/**
 * A line of a statement, as it is kept.
 *
 * @param paper what the bank says; its words are empty where nothing is to be matched by them any more
 * @param fate null until it is filed
 * @param firstIn the number of the statement that it was filed with before; null when it was with none
 * @param entry of our books that it is; null until one is found
 * @param explained how a person has settled it; null when nobody has
 */
public record StatementLine(
        LineId id,
        BankLine paper,
        @Nullable Fate fate,
        @Nullable Long firstIn,
        @Nullable Entry entry,
        @Nullable Explained explained) {

    /** @param provider whose settlement it is; null for a gift */
    public record Entry(long sequence, @Nullable String provider) {}

    /** @param by username */
    public record Explained(String by, @Nullable String note) {}

    /** What it is before anything is looked for in the books. */
    Fate fateAtFirst() {
        if (fate != null) {
            return fate;
        }
        if (firstIn != null) {
            return Fate.REPEATED;
        }
        return paper.moved().isNegative() || paper.returned() ? Fate.NOT_OURS : Fate.OPEN;
    }

    OpenCredit toCredit() {
        return new OpenCredit(id, paper.bookedOn(), paper.moved().fen(), paper.number(), paper.words());
    }
}
