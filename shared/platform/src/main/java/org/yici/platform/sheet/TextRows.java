package org.yici.platform.sheet;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a text sheet (RFC 4180, with any of three separators). A row's number is that of its record, as a
 * spreadsheet program shows it.
 */
final class TextRows implements SheetRows {

    /** How programs keep a row of figures from being made a number: {@code ="001"}. */
    private static final Pattern AS_TEXT = Pattern.compile("=\"(.*)\"");

    private static final int NOTHING = -2;

    private final Reader text;
    private final char separator;
    private final int last;
    private int ahead = NOTHING;
    private int number;

    private TextRows(Reader text, char separator, int last) {
        this.text = text;
        this.separator = separator;
        this.last = last;
    }

    static TextRows open(Path file) throws IOException {
        Charset charset = TextEncoding.of(file);
        int lines = lines(file, charset);
        try (Reader sample = TextEncoding.open(file, charset)) {
            return new TextRows(TextEncoding.open(file, charset), TextSeparator.of(sample), lines);
        }
    }

    /** A cell may go on over lines, so there may be fewer rows. */
    private static int lines(Path file, Charset charset) throws IOException {
        char[] some = new char[8_192];
        int ends = 0;
        char last = '\n';
        try (Reader reader = TextEncoding.open(file, charset)) {
            for (int read = reader.read(some); read > 0; read = reader.read(some)) {
                for (int i = 0; i < read; i++) {
                    ends += some[i] == '\n' ? 1 : 0;
                }
                last = some[read - 1];
            }
        }
        return last == '\n' ? ends : ends + 1;
    }

    @Override
    public boolean hasNext() {
        int next = read();
        ahead = next;
        return next >= 0;
    }

    @Override
    public SheetRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<SheetCell> cells = new ArrayList<>();
        int end;
        do {
            end = cell(cells);
        } while (end == separator);
        return new SheetRow(++number, cells);
    }

    /** Reads one cell and answers what ended it: the separator, a line feed or the end of the file. */
    private int cell(List<SheetCell> cells) {
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        while (true) {
            int c = read();
            if (quoted) {
                quoted = c >= 0 && takeQuoted(c, cell);
            } else if (c == '"' && SheetText.trimmed(cell.toString()).isEmpty()) {
                quoted = true;
            } else if (c == separator || c == '\n' || c < 0) {
                keep(cells, cell);
                return c;
            } else {
                append(cell, c);
            }
        }
    }

    /** Whether the quotation goes on: a quotation mark ends it, two stand for one. */
    private boolean takeQuoted(int c, StringBuilder cell) {
        if (c != '"') {
            append(cell, c);
            return true;
        }
        int next = read();
        if (next == '"') {
            append(cell, c);
            return true;
        }
        ahead = next;
        return false;
    }

    private static void append(StringBuilder cell, int c) {
        if (cell.length() < SheetLimits.CELL_CHARACTERS) {
            cell.append((char) c);
        }
    }

    private static void keep(List<SheetCell> cells, StringBuilder cell) {
        if (cells.size() < SheetLimits.COLUMNS) {
            Matcher asText = AS_TEXT.matcher(cell);
            cells.add(SheetCell.text(asText.matches() ? asText.group(1) : cell.toString()));
        }
    }

    private int read() {
        if (ahead != NOTHING) {
            int next = ahead;
            ahead = NOTHING;
            return next;
        }
        try {
            return text.read();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public int last() {
        return last;
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
