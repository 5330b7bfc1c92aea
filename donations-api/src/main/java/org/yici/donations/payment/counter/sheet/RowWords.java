package org.yici.donations.payment.counter.sheet;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yici.ledger.Money;
import org.yici.platform.sheet.SheetCell;
import org.yici.platform.sheet.SheetRow;
import org.yici.platform.sheet.SheetText;

/** The words by which a row says that it is no line: totals, notes, and how many lines a sheet says it has. */
public final class RowWords {

    private static final Pattern WHOLE = Pattern.compile("(合计|总计|共计|总额|总和).*");
    private static final Pattern PART = Pattern.compile("(小计|本页小计|本页合计|本页).*");
    /** Of more than this sheet: not ours to check. */
    private static final Pattern RUNNING = Pattern.compile("(累计|本年累计|承前页|过次页).*");

    private static final Set<String> ENGLISH_WHOLE = Set.of("total", "grandtotal", "sum", "total:", "sum:");
    private static final Set<String> ENGLISH_PART = Set.of("subtotal", "subtotal:");
    private static final Pattern SIGNED = Pattern.compile("(制表|制单|审核|复核|经办|填表|填报|负责人|出纳|会计|打印|备注:|说明|注:).*");

    private static final Pattern COUNT = Pattern.compile("笔数[:|]*(\\d[\\d,]*+)|(\\d[\\d,]*+)[|]*[笔条]");
    private static final Pattern AMOUNT =
            Pattern.compile("(?:合计|总计|共计|小计|金额|总额)(?:人民币)?[:|]*[¥￥]?(\\d[\\d,]*+(?:\\.\\d++)?+)(?![|]*[笔条人户])");

    private RowWords() {}

    /** What kind of total a row is. */
    public enum Total {
        /** Of all lines above. */
        WHOLE,
        /** Of the lines since the last one of this kind. */
        PART,
        RUNNING
    }

    /** The total that a row is. */
    public static Optional<Total> totalIn(SheetRow row) {
        return row.cells().stream()
                .filter(cell -> !cell.isBlank() && !cell.spread() && cell.number() == null)
                .map(cell -> total(SheetText.plain(cell.text())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Total> total(String plain) {
        if (WHOLE.matcher(plain).matches() || ENGLISH_WHOLE.contains(plain)) {
            return Optional.of(Total.WHOLE);
        }
        if (PART.matcher(plain).matches() || ENGLISH_PART.contains(plain)) {
            return Optional.of(Total.PART);
        }
        return RUNNING.matcher(plain).matches() ? Optional.of(Total.RUNNING) : Optional.empty();
    }

    /** Whether the row says who made or checked the sheet, or what is to be known about it. */
    public static boolean isSigned(SheetRow row) {
        return row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .filter(first -> SIGNED.matcher(SheetText.plain(first.text())).matches())
                .isPresent();
    }

    /** How many lines the row says there are; empty when it says nothing of the kind. */
    static Optional<Long> countIn(SheetRow row) {
        Matcher count = COUNT.matcher(joined(row));
        return count.find() ? number(count.group(1) == null ? count.group(2) : count.group(1)) : Optional.empty();
    }

    /** How much the row says they come to, in its words. */
    static Optional<Money> amountIn(SheetRow row) {
        Matcher amount = AMOUNT.matcher(joined(row));
        return amount.find() ? Money.parseYuan(amount.group(1).replace(",", "")).money() : Optional.empty();
    }

    private static Optional<Long> number(String digits) {
        String plain = digits.replace(",", "");
        return plain.length() > 9 ? Optional.empty() : Optional.of(Long.parseLong(plain));
    }

    private static String joined(SheetRow row) {
        return row.cells().stream().map(SheetCell::text).map(SheetText::plain).collect(Collectors.joining("|"));
    }
}
