package org.yici.donations.payment.reconciliation.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.reconciliation.statement.StatementLine.Entry;
import org.yici.donations.payment.reconciliation.statement.match.BookedSettlement;
import org.yici.donations.payment.reconciliation.statement.match.Match;

/**
 * A line with what it is, or would be, to our books.
 *
 * @param fate as it is filed; before that, and for what is open, as our books say now
 * @param choices the settlements that it may be, for a person to say
 */
public record LookedLine(
        StatementLine line, Fate fate, @Nullable Entry entry, List<BookedSettlement> choices) {

    public LookedLine {
        choices = List.copyOf(choices);
    }

    /** Whether a person is asked to look at it. */
    public boolean isOpen() {
        return fate == Fate.OPEN && line.explained() == null;
    }

    /** Whether it would be matched if it were looked for again. */
    public boolean isFoundSince() {
        return line.fate() == Fate.OPEN && fate != Fate.OPEN;
    }

    /** @param match what our books say now; null where nothing was looked for */
    static LookedLine of(StatementLine line, @Nullable Match match) {
        if (match == null) {
            return new LookedLine(line, line.fateAtFirst(), line.entry(), List.of());
        }
        return match.fold(
                settlement -> found(line, Fate.SETTLEMENT, new Entry(settlement.sequence(), settlement.provider())),
                transfer -> found(line, Fate.GIFT, new Entry(transfer.sequence(), null)),
                choices -> new LookedLine(line, Fate.OPEN, null, choices));
    }

    private static LookedLine found(StatementLine line, Fate fate, Entry entry) {
        return new LookedLine(line, fate, entry, List.of());
    }
}
