package org.yici.donations.payment.reconciliation.statement;

import java.util.Optional;
import java.util.regex.Pattern;

/** A statement's number: counted up, so that people can say it to each other. */
public record StatementId(long number) {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    /** Empty when {@code text} cannot be the number of any statement. */
    public static Optional<StatementId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new StatementId(Long.parseLong(text))) : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
