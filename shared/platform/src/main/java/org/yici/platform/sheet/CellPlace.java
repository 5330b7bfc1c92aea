package org.yici.platform.sheet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a cell stands, from its name ({@code B7}). Row and column are counted from 0. */
record CellPlace(int row, int column) {

    private static final Pattern NAME = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})");

    static Optional<CellPlace> of(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches()
                ? Optional.of(new CellPlace(Integer.parseInt(parts.group(2)) - 1, column(parts.group(1))))
                : Optional.empty();
    }

    /** The column alone of a cell's name; {@code otherwise} where it names none. */
    static int columnOf(String name, int otherwise) {
        int letters = 0;
        while (letters < name.length() && letters < 3 && isLetter(name.charAt(letters))) {
            letters++;
        }
        return letters == 0 ? otherwise : column(name.substring(0, letters));
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + (letters.charAt(i) & 0x1f);
        }
        return column - 1;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
