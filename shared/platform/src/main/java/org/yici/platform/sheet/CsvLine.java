package org.yici.platform.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes comma-separated values (RFC 4180) that are safe to open. */
public final class CsvLine {

    /** Tells spreadsheet programs that what follows is UTF-8. */
    public static final String MARK = "\ufeff";

    private static final Pattern TO_QUOTE = Pattern.compile("[\",;\t\r\n]");

    private CsvLine() {}

    /**
     * One line. A cell that a spreadsheet would run as a formula gets an apostrophe in front, so that it stays text; a number
     * stays a number, also below nothing.
     */
    public static String of(List<?> cells) {
        return cells.stream()
                .map(cell -> cell instanceof BigDecimal number ? number.toPlainString() : cell(String.valueOf(cell)))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return TO_QUOTE.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
