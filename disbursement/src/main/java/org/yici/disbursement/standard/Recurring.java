package org.yici.disbursement.standard;

import java.time.Month;
import org.yici.ledger.Money;

/** A formula that gives something each month: what a standing entitlement runs on. */
public sealed interface Recurring extends Formula permits PerMonth, YearInMonths {

    /** What it gives to one person, or one household, for that month of a year. */
    Money inMonth(Month month);
}
