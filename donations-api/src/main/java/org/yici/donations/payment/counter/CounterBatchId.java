package org.yici.donations.payment.counter;

import java.util.Optional;
import java.util.regex.Pattern;

/** A batch's number: counted up, so that people can say it to each other. */
public record CounterBatchId(long number) {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    /** Empty when {@code text} cannot be the number of any batch. */
    public static Optional<CounterBatchId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new CounterBatchId(Long.parseLong(text))) : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
