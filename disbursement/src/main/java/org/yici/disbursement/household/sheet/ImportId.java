package org.yici.disbursement.household.sheet;

import java.util.Optional;
import java.util.regex.Pattern;

/** A list's number, as people call it. */
public record ImportId(long number) {

    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{0,17}");

    /** The number that somebody wrote, or nothing when it is none of ours. */
    public static Optional<ImportId> parse(String typed) {
        return SHAPE.matcher(typed).matches() ? Optional.of(new ImportId(Long.parseLong(typed))) : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
