package org.yici.donations.payment.alipay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The text of a bill: lines with {@code #} around one table, whose columns come in another order from time to time and are
 * found by name, without the unit behind it ({@code 服务费（元）}). Most values have a tab behind them.
 *
 * @param rows each as long as the header
 * @param remarks the lines with {@code #}
 */
record BillText(Map<String, Integer> columns, List<List<String>> rows, List<String> remarks) {

    static BillText of(Stream<String> text) throws UnbelievableBill {
        Map<String, Integer> columns = new HashMap<>();
        List<List<String>> rows = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (Iterator<String> lines = text.iterator(); lines.hasNext(); ) {
            String line = lines.next();
            if (line.startsWith("#")) {
                remarks.add(line);
            } else if (columns.isEmpty()) {
                name(columns, cells(line));
            } else if (!line.isBlank()) {
                rows.add(row(columns, cells(line)));
            }
        }
        return new BillText(columns, rows, remarks);
    }

    String value(List<String> row, String column) throws UnbelievableBill {
        Integer at = columns.get(column);
        if (at == null) {
            throw new UnbelievableBill("no column " + column);
        }
        return row.get(at);
    }

    private static void name(Map<String, Integer> columns, List<String> header) {
        for (int at = 0; at < header.size(); at++) {
            columns.put(header.get(at).replaceAll("[（(].*", ""), at);
        }
    }

    private static List<String> row(Map<String, Integer> columns, List<String> cells) throws UnbelievableBill {
        if (cells.size() != columns.size()) {
            throw new UnbelievableBill("a line of another length");
        }
        return cells;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(",", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }
}
