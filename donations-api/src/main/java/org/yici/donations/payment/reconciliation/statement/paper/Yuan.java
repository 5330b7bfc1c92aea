package org.yici.donations.payment.reconciliation.statement.paper;

import java.util.Set;
import org.yici.ledger.Money;
import org.yici.platform.sheet.SheetText;

/** The one currency of the account, in the spellings that banks have for it, and how much of it one line may move. */
final class Yuan {

    /** In fen: a hundred thousand million yuan. The sum of as many lines as a statement may have is still exact. */
    private static final long MOST_FEN = 10_000_000_000_000L;

    private static final Set<String> SPELLINGS = Set.of("156", "元", "本币");

    private Yuan() {}

    static boolean is(String currency) {
        String plain = SheetText.plain(currency);
        return plain.contains("人民币") || plain.contains("cny") || plain.contains("rmb") || SPELLINGS.contains(plain);
    }

    static boolean isWithinReason(Money money) {
        return Math.abs(money.fen()) <= MOST_FEN;
    }
}
