package org.yici.disbursement.crosscheck.rule;

/** How much a finding weighs with whoever reads it; with the program neither weighs anything. */
public enum Severity {
    NOTE,
    WEIGHTY;

    public String messageKey() {
        return "crosscheck.severity." + name();
    }
}
