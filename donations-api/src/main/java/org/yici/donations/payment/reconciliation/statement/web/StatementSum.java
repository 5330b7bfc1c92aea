package org.yici.donations.payment.reconciliation.statement.web;

import java.util.List;
import java.util.function.Predicate;
import org.yici.donations.payment.reconciliation.statement.Fate;
import org.yici.donations.payment.reconciliation.statement.LookedLine;

/**
 * How many of a statement's lines are what.
 *
 * @param foundSince open lines that would be matched if they were looked for again
 * @param news lines that were not filed before
 */
record StatementSum(long lines, long matched, long open, long notOurs, long repeated, long foundSince, long news) {

    static StatementSum of(List<LookedLine> lines) {
        return new StatementSum(
                lines.size(),
                count(lines, line -> line.fate() == Fate.SETTLEMENT || line.fate() == Fate.GIFT),
                count(lines, LookedLine::isOpen),
                count(lines, line -> line.fate() == Fate.NOT_OURS),
                count(lines, line -> line.fate() == Fate.REPEATED),
                count(lines, LookedLine::isFoundSince),
                count(lines, line -> line.fate() != Fate.REPEATED));
    }

    private static long count(List<LookedLine> lines, Predicate<LookedLine> which) {
        return lines.stream().filter(which).count();
    }
}
