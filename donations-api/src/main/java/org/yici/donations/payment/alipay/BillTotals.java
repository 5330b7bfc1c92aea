package org.yici.donations.payment.alipay;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bill has no checksum, only totals below its table: they have to be there and to agree, so that none is half read. */
final class BillTotals {

    private final List<String> remarks;

    BillTotals(List<String> remarks) {
        this.remarks = remarks;
    }

    /**
     * @param form has the number of lines and their sum in yuan as its groups
     * @param fen one amount for each line that the total counts
     */
    void require(Pattern form, List<Long> fen) throws UnbelievableBill {
        Matcher total = remarks.stream()
                .map(form::matcher)
                .filter(Matcher::find)
                .findFirst()
                .orElseThrow(() -> new UnbelievableBill("cut off before its totals"));
        OptionalLong sum = Yuan.fen(total.group(2));
        long counted = fen.stream().mapToLong(Long::longValue).sum();
        boolean agrees = Integer.parseInt(total.group(1)) == fen.size()
                && sum.isPresent()
                && Math.abs(sum.getAsLong()) == counted;
        if (!agrees) {
            throw new UnbelievableBill("lines and totals differ");
        }
    }

    /** The amount of a cell; signs differ between Alipay's own samples, so the kind of line says the direction. */
    static long fen(String cell) throws UnbelievableBill {
        return Math.abs(Yuan.fen(cell.isEmpty() ? "0" : cell)
                .orElseThrow(() -> new UnbelievableBill("an amount that is none")));
    }
}
