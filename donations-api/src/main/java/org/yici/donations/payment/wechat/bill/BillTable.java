package org.yici.donations.payment.wechat.bill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A bill as WeChat Pay writes it: a line of names, lines whose every value begins with a backquote, a line of other names, a line
 * of sums. Which columns there are and in which order differs between merchants, so they are found by name.
 */
final class BillTable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String QUOTE = "`";

    private BillTable() {}

    /** @throws UnreadableBill for what has another form, or does not end with its sums */
    static List<BillRow> rows(String text) {
        List<String> lines = text.replace(BYTE_ORDER_MARK, "").lines().toList();
        if (lines.isEmpty() || lines.get(0).startsWith(QUOTE)) {
            throw new UnreadableBill("the columns have no names");
        }
        List<String> names = names(lines.get(0));
        List<BillRow> rows = new ArrayList<>();
        for (int at = 1; at < lines.size(); at++) {
            if (!lines.get(at).startsWith(QUOTE)) {
                requireSums(lines, at);
                return rows;
            }
            rows.add(row(names, lines.get(at)));
        }
        throw new UnreadableBill("the sums are missing");
    }

    /** Brackets are seen in both widths. */
    private static List<String> names(String line) {
        return List.of(line.replace('（', '(').replace('）', ')').split(",", -1));
    }

    /** A comma inside a value is no end of it: the next one begins with a backquote. */
    private static BillRow row(List<String> names, String line) {
        String[] values = line.substring(QUOTE.length()).split("," + QUOTE, -1);
        if (values.length != names.size()) {
            throw new UnreadableBill("a line has " + values.length + " values for " + names.size() + " columns");
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            row.put(names.get(i).strip(), values[i].strip());
        }
        return new BillRow(row);
    }

    private static void requireSums(List<String> lines, int at) {
        boolean there = at + 1 < lines.size() && lines.get(at + 1).startsWith(QUOTE);
        if (!lines.get(at).contains("总") || !there) {
            throw new UnreadableBill("the sums are missing");
        }
    }
}
