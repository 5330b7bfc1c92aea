package org.yici.platform.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an .xlsx's sheet, pulled from its XML one by one. The sheet is gone through twice, since the merged cells
 * stand behind the rows.
 */
final class XlsxRows implements SheetRows {

    private final XlsxBook book;
    private final MergedCells merged = new MergedCells();
    private final int last;
    private final XMLStreamReader xml;
    private int lastNumber;
    private @Nullable SheetRow next;

    private XlsxRows(XlsxBook book) throws IOException, XMLStreamException {
        this.book = book;
        this.last = lookThrough(book.sheet());
        this.xml = book.sheet();
    }

    static XlsxRows open(Path file, SheetLimits limits) throws IOException {
        try {
            return of(XlsxBook.open(file, limits));
        } catch (XMLStreamException damaged) {
            throw SheetFlaw.NOT_A_SHEET.refusal();
        }
    }

    private static XlsxRows of(XlsxBook book) throws IOException, XMLStreamException {
        try {
            return new XlsxRows(book);
        } catch (IOException | XMLStreamException | RuntimeException unreadable) {
            book.close();
            throw unreadable;
        }
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && Xml.toElement(xml)) {
                if (Xml.begins(xml, "row")) {
                    next = merged.fill(row());
                }
            }
            return next != null;
        } catch (XMLStreamException damaged) {
            throw SheetFlaw.NOT_A_SHEET.refusal();
        }
    }

    @Override
    public SheetRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        SheetRow row = Objects.requireNonNull(next);
        next = null;
        return row;
    }

    private SheetRow row() throws XMLStreamException {
        int number = Math.max(Xml.number(xml, "r", lastNumber + 1), lastNumber + 1);
        lastNumber = number;
        List<SheetCell> cells = new ArrayList<>();
        int column = 0;
        while (xml.hasNext()) {
            xml.next();
            if (Xml.ends(xml, "row")) {
                break;
            }
            if (Xml.begins(xml, "c")) {
                String name = Xml.attribute(xml, "r");
                column = name == null ? column : CellPlace.columnOf(name, column);
                put(cells, column++, cell());
            }
        }
        return new SheetRow(number, cells);
    }

    private static void put(List<SheetCell> cells, int column, SheetCell cell) {
        if (column >= SheetLimits.COLUMNS || cell.isBlank()) {
            return;
        }
        while (cells.size() <= column) {
            cells.add(SheetCell.EMPTY);
        }
        cells.set(column, cell);
    }

    private SheetCell cell() throws XMLStreamException {
        String type = Objects.requireNonNullElse(Xml.attribute(xml, "t"), "n");
        int style = Xml.number(xml, "s", -1);
        String value = "";
        while (xml.hasNext()) {
            xml.next();
            if (Xml.ends(xml, "c")) {
                break;
            }
            if (Xml.begins(xml, "v")) {
                value = Xml.text(xml, "v");
            } else if (Xml.begins(xml, "is")) {
                value = SharedTexts.text(xml);
            }
        }
        return cell(type, style, value);
    }

    private SheetCell cell(String type, int style, String value) {
        try {
            return switch (type) {
                case "s" -> SheetCell.text(book.texts().get(Integer.parseInt(value.strip())));
                case "n" ->
                    value.isBlank()
                            ? SheetCell.EMPTY
                            : Numbers.cell(
                                    Double.parseDouble(value), book.styles().isDate(style), book.from1904());
                default -> SheetCell.text(value);
            };
        } catch (NumberFormatException odd) {
            return SheetCell.text(value);
        }
    }

    /** Notes the merged cells, and answers the number of the last row in which something stands: programs colour empty ones. */
    private int lookThrough(XMLStreamReader xml) throws XMLStreamException {
        int areas = 0;
        int row = 0;
        int filled = 0;
        while (Xml.toElement(xml)) {
            if (Xml.begins(xml, "row")) {
                row = Math.max(Xml.number(xml, "r", row + 1), row + 1);
            } else if (Xml.begins(xml, "v") || Xml.begins(xml, "is")) {
                filled = row;
            } else if (Xml.begins(xml, "mergeCell")) {
                if (++areas > MergedCells.MOST) {
                    throw SheetFlaw.TOO_LARGE.refusal(SheetLimits.LARGE.fileBytes() >> 20);
                }
                merge(Xml.attribute(xml, "ref"));
            }
        }
        return filled;
    }

    private void merge(@Nullable String area) {
        String[] corners = Objects.requireNonNullElse(area, "").split(":", 2);
        CellPlace.of(corners[0]).ifPresent(first -> CellPlace.of(corners[corners.length - 1])
                .ifPresent(last -> merged.add(first.row(), last.row(), first.column())));
    }

    @Override
    public int last() {
        return last;
    }

    @Override
    public void close() {
        try {
            book.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
