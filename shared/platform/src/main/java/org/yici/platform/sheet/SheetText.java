package org.yici.platform.sheet;

import java.text.Normalizer;
import java.util.Locale;

/** The spellings of one word that sheets know, brought together. */
public final class SheetText {

    /** A count of people or of rows has fewer figures than anybody's number, right or wrong. */
    private static final int FIGURES_OF_A_NUMBER = 6;

    private SheetText() {}

    /** May it be somebody's number that was mistyped, rather than words or a count? */
    public static boolean mayBeNumber(String text) {
        return narrow(text).chars().filter(Character::isDigit).count() >= FIGURES_OF_A_NUMBER;
    }

    /** Without blanks around it, the wide one of Chinese input and the unbreakable one of web pages included. */
    public static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** For comparing: full-width figures and letters made narrow, no blanks anywhere, lower case. */
    public static String plain(String text) {
        return narrow(text).toLowerCase(Locale.ROOT);
    }

    /** Full-width figures and letters made narrow, no blanks anywhere. */
    public static String narrow(String text) {
        String narrow = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(narrow.length());
        narrow.chars().filter(c -> !isBlank((char) c)).forEach(c -> plain.append((char) c));
        return plain.toString();
    }

    private static boolean isBlank(char c) {
        return c <= ' '
                || c == '\u00a0'
                || c == '\u3000'
                || c == '\ufeff'
                || c == '\u200b'
                || Character.isWhitespace(c);
    }
}
