package org.yici.disbursement.crosscheck.report;

import java.util.Map;
import java.util.TreeMap;
import org.yici.disbursement.crosscheck.extract.Column;
import org.yici.disbursement.crosscheck.extract.ExtractRow;
import org.yici.platform.privacy.Masked;
import org.yici.platform.sheet.SheetText;

/**
 * Where a finding rests: a row of an extract, and what of it may be shown.
 *
 * @param member whose row it is
 * @param otherName whether the row calls the person something else than the register does
 * @param facts by column, in normal forms; numbers of things without their middle
 */
public record Evidence(String member, long extract, int row, boolean otherName, Map<String, String> facts) {

    private static final int ENDS = 2;

    public Evidence {
        facts = new TreeMap<>(facts);
    }

    static Evidence of(Hit hit) {
        ExtractRow row = hit.row();
        Map<String, String> shown = new TreeMap<>();
        String name = row.facts().get(Column.NAME);
        boolean otherName = name != null && !plain(name).equals(plain(hit.name()));
        row.facts().forEach((column, fact) -> {
            switch (column.sort()) {
                case IDENTITY, HIDDEN -> {}
                case NAME -> {
                    if (otherName) {
                        shown.put(column.name(), Masked.name(fact));
                    }
                }
                case NUMBERED -> shown.put(column.name(), ends(fact));
                default -> shown.put(column.name(), fact);
            }
        });
        return new Evidence(hit.member().toString(), hit.extract().number(), row.row(), otherName, shown);
    }

    private static String plain(String name) {
        return SheetText.plain(name);
    }

    private static String ends(String number) {
        return number.length() <= 2 * ENDS
                ? "…"
                : number.substring(0, ENDS) + "…" + number.substring(number.length() - ENDS);
    }
}
