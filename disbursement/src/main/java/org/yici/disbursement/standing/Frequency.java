package org.yici.disbursement.standing;

/** How often a scheme pays. */
public enum Frequency {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    Frequency(int months) {
        this.months = months;
    }

    int months() {
        return months;
    }

    public String messageKey() {
        return "standing.frequency." + name();
    }
}
