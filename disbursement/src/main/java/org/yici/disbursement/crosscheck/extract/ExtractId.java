package org.yici.disbursement.crosscheck.extract;

import java.util.Optional;
import java.util.regex.Pattern;

/** An extract's number, as people call it. */
public record ExtractId(long number) {

    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{0,17}");

    /** The number that somebody wrote, or nothing when it is none of ours. */
    public static Optional<ExtractId> parse(String typed) {
        return SHAPE.matcher(typed).matches() ? Optional.of(new ExtractId(Long.parseLong(typed))) : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
