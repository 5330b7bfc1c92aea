package org.yici.donations.payment.reconciliation.statement.paper;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.platform.sheet.SheetText;

/** The texts beside a line, brought together. */
final class LineWords {

    private static final int MOST_CHARACTERS = 500;
    private static final int LONGEST_NUMBER = 64;
    /** What banks write where they have nothing to say. */
    private static final Set<String> NOTHING = Set.of("NOTPROVIDED", "NONREF", "-", "--", "/", "无");

    private LineWords() {}

    /** All of them once, in their order, cut to what a reader takes in. */
    static String of(Stream<String> texts) {
        String all = texts.map(text -> text.replaceAll("\\p{Cntrl}+", " ").strip())
                .filter(text -> !text.isEmpty() && !NOTHING.contains(text))
                .distinct()
                .collect(Collectors.joining(" · "));
        return all.length() <= MOST_CHARACTERS
                ? all
                : all.substring(0, all.offsetByCodePoints(0, all.codePointCount(0, MOST_CHARACTERS)));
    }

    /** A number as it is compared; empty where there is none. */
    static Optional<String> number(@Nullable String text) {
        String narrow = text == null ? "" : SheetText.narrow(text);
        return narrow.isEmpty() || NOTHING.contains(narrow) ? Optional.empty() : Optional.of(narrow);
    }

    static boolean isNumber(String narrow) {
        return narrow.length() <= LONGEST_NUMBER
                && narrow.chars().noneMatch(Character::isISOControl)
                && narrow.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }
}
