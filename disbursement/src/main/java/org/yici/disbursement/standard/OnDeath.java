package org.yici.disbursement.standard;

/**
 * What becomes of the month in which an entitled person dies. Entitlements are paid by the whole month, and in most places
 * stop from the month after; which of the two holds is part of a standard's version, and its document says so.
 */
public enum OnDeath {
    /** That month is paid; nothing from the next on. */
    MONTH_AFTER,
    /** That month is not paid any more. */
    SAME_MONTH;

    public String messageKey() {
        return "standard.on-death." + name();
    }
}
