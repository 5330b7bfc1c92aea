package org.yici.donations.payment.reconciliation.statement.match;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in, as the bank says, and that nothing accounts for yet.
 *
 * @param number the bank's own; null when it gives none
 * @param words who paid and what for
 */
public record OpenCredit(
        LineId line, LocalDate day, long fen, @Nullable String number, String words) {

    /** Shorter ones stand in words by chance. */
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._/-]{5,63}");

    /** Every number that stands beside it, as it is written. */
    public Set<String> written() {
        Set<String> numbers = new HashSet<>();
        if (number != null) {
            numbers.add(number);
        }
        Matcher found = NUMBER.matcher(words);
        while (found.find()) {
            numbers.add(found.group());
        }
        return numbers;
    }

    /** Whether this number stands beside it, in capitals or not. */
    boolean has(String other) {
        return written().stream().anyMatch(other::equalsIgnoreCase);
    }

    /** Never the words: a record's own text ends up in logs. */
    @Override
    public String toString() {
        return line + " " + day + " " + fen;
    }
}
