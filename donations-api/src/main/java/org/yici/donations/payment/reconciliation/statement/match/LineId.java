package org.yici.donations.payment.reconciliation.statement.match;

/** A line by its statement's number and its own place there, as people say it: {@code 12/3}. */
public record LineId(long statement, int line) {

    @Override
    public String toString() {
        return statement + "/" + line;
    }
}
