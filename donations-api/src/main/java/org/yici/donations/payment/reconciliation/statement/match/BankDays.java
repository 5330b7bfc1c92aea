package org.yici.donations.payment.reconciliation.statement.match;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Days that banks work on: all but weekends. Public holidays move every year and are not known here; the window is as wide as
 * the longest of them instead.
 */
public final class BankDays {

    /**
     * So many bank days lie at most between a settlement and its money. One on the eve of the longest public holidays, which take
     * six, is in the account on the first day behind them.
     */
    public static final int WINDOW = 7;

    private BankDays() {}

    /** Whether two days lie within the window of each other. */
    static boolean areNear(LocalDate one, LocalDate other) {
        LocalDate first = one.isBefore(other) ? one : other;
        LocalDate last = one.isBefore(other) ? other : one;
        return !last.isAfter(windowAfter(first));
    }

    /** The last day of the window that begins with this day. */
    static LocalDate windowAfter(LocalDate day) {
        LocalDate at = day;
        for (int left = WINDOW; left > 0; left--) {
            at = at.plusDays(1);
            while (isWeekend(at)) {
                at = at.plusDays(1);
            }
        }
        return at;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
