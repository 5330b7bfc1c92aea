package org.yici.disbursement.standard;

import java.time.LocalDate;
import org.yici.ledger.Money;

/**
 * What may be paid before its public notice: urgent hardship (急难).
 *
 * @param cap per grant; above it a grant goes the ordinary way
 * @param noticeWithin days after the award within which the notice has to hang
 */
public record PayFirst(Money cap, int noticeWithin) {

    /** The last day on which the notice of a grant awarded on {@code day} is posted in time. */
    public LocalDate noticeDue(LocalDate day) {
        return day.plusDays(noticeWithin);
    }
}
