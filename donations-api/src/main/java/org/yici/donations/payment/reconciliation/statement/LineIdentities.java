package org.yici.donations.payment.reconciliation.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.donations.payment.reconciliation.statement.paper.BankLine;
import org.yici.platform.privacy.BlindIndex;
import org.yici.platform.sheet.SheetText;

/**
 * What makes a line this one and no other, whatever statement it stands on: the bank's number, the day and the amount; without a
 * number what stands beside it; and where all of that is the same, its place among them. A keyed hash, since it is made of who paid.
 */
@Component
final class LineIdentities {

    private static final String PURPOSE = "bank-line";

    private final BlindIndex keyed;

    LineIdentities(BlindIndex keyed) {
        this.keyed = keyed;
    }

    /** 32 bytes for each line of one statement, in their order. */
    List<byte[]> of(List<BankLine> lines) {
        Map<String, Integer> alike = new HashMap<>();
        return lines.stream()
                .map(LineIdentities::parts)
                .map(parts -> keyed.of(PURPOSE, parts + "\n" + alike.merge(parts, 1, Integer::sum)))
                .toList();
    }

    private static String parts(BankLine line) {
        @Nullable String number = line.number();
        String own = number == null ? "words\n" + SheetText.plain(line.words()) : "number\n" + number;
        return line.bookedOn() + "\n" + line.moved().fen() + "\n" + own;
    }
}
