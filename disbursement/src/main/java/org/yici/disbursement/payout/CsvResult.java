package org.yici.disbursement.payout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yici.ledger.Money;
import org.yici.platform.outcome.FieldError;
import org.yici.platform.outcome.InvalidInput;

/**
 * A table that a bank's counter gives back: a line of headings, in Chinese or English and in any order, then one line a
 * payment. The id and the state are needed; amount and reason are read where they are there.
 */
final class CsvResult {

    private static final Set<String> ID = Set.of("endtoendid", "end_to_end_id", "支付编号");
    private static final Set<String> STATE = Set.of("status", "state", "状态", "结果");
    private static final Set<String> AMOUNT = Set.of("amount", "金额");
    private static final Set<String> REASON = Set.of("reason", "原因");
    private static final Set<String> PAID = Set.of("paid", "confirmed", "success", "acsc", "accc", "成功", "已付");
    private static final Set<String> NOT_PAID = Set.of("rejected", "returned", "failed", "rjct", "失败", "退回", "退票");
    private static final Set<String> PENDING = Set.of("pending", "acsp", "pdng", "处理中");

    private final List<BankLine> lines = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();

    private CsvResult() {}

    static List<BankLine> read(String text) {
        List<List<String>> rows = Csv.rows(text);
        if (rows.isEmpty()) {
            throw InvalidInput.of("file", "input.results.empty");
        }
        List<String> head = rows.get(0).stream().map(CsvResult::plain).toList();
        int id = column(head, ID);
        int state = column(head, STATE);
        if (id < 0 || state < 0) {
            throw InvalidInput.of("file", "input.results.format");
        }
        CsvResult result = new CsvResult();
        for (int i = 1; i < rows.size(); i++) {
            result.line(i + 1, rows.get(i), id, state, column(head, AMOUNT), column(head, REASON));
        }
        if (!result.errors.isEmpty()) {
            throw new InvalidInput(result.errors);
        }
        return result.lines;
    }

    private void line(int number, List<String> cells, int id, int state, int amount, int reason) {
        String endToEnd = cell(cells, id);
        BankLine.Answer answer = answer(plain(String.valueOf(cell(cells, state))));
        String typed = cell(cells, amount);
        Money money = typed == null ? null : Money.parseYuan(typed).money().orElse(null);
        if (endToEnd == null || answer == null || typed != null && money == null) {
            errors.add(FieldError.of("file.line[" + number + "]", "input.results.line"));
        } else {
            lines.add(new BankLine(number, endToEnd, answer, money, cell(cells, reason)));
        }
    }

    private static BankLine.@Nullable Answer answer(String word) {
        if (PAID.contains(word)) {
            return BankLine.Answer.PAID;
        }
        if (NOT_PAID.contains(word)) {
            return BankLine.Answer.NOT_PAID;
        }
        return PENDING.contains(word) ? BankLine.Answer.PENDING : null;
    }

    private static int column(List<String> head, Set<String> names) {
        return head.stream()
                .filter(names::contains)
                .findFirst()
                .map(head::indexOf)
                .orElse(-1);
    }

    private static @Nullable String cell(List<String> cells, int column) {
        return column < 0 || column >= cells.size() || cells.get(column).isBlank()
                ? null
                : cells.get(column).strip();
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
