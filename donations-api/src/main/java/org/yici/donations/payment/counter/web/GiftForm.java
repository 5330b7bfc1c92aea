package org.yici.donations.payment.counter.web;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;
import org.yici.donations.payment.counter.line.Column;
import org.yici.platform.sheet.SheetCell;

/** A gift as it was typed in: a field for each column, by its name. */
record GiftForm(Map<String, String> fields) {

    static GiftForm of(MultiValueMap<String, String> form) {
        return new GiftForm(form.toSingleValueMap());
    }

    /** What was typed; never null, so that a template can ask for any field. */
    public String get(String field) {
        return Objects.requireNonNullElse(fields.get(field), "");
    }

    Map<Column, SheetCell> cells() {
        Map<Column, SheetCell> cells = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            cells.put(column, SheetCell.text(get(column.name())));
        }
        cells.remove(Column.OUTGOING);
        return cells;
    }
}
