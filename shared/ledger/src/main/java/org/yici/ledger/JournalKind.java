package org.yici.ledger;

import java.util.Arrays;

/** The kinds of journal, by the words that outsiders read in the public ledger. {@link MoneyMoves} says what each does. */
public enum JournalKind {
    DONATION("donation"),
    REFUND("refund"),
    REFUND_PAID("refund-paid"),
    SETTLEMENT("settlement"),
    FEE("fee"),
    AWARD("award"),
    RELEASE("release"),
    PAYOUT("payout"),
    PAYOUT_CONFIRMED("payout-confirmed"),
    PAYOUT_RETURNED("payout-returned"),
    /** From the household, which had it: the payout's bank had done its part. */
    GRANT_RETURNED("grant-returned"),
    TRANSFER("transfer"),
    CORRECTION("correction"),
    /** The treasury's money: on accounts of its own, in no figure of the charity. */
    TREASURY_APPROPRIATION("treasury-appropriation"),
    TREASURY_DUE("treasury-due"),
    TREASURY_PAID("treasury-paid"),
    TREASURY_RETURNED("treasury-returned"),
    /** A fact of standing, such as a notice's hash: it has no entries and moves nothing. */
    STATEMENT("statement");

    private final String word;

    JournalKind(String word) {
        this.word = word;
    }

    /** The word in the public ledger. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException for any other word */
    public static JournalKind ofWord(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no kind of journal: " + word));
    }
}
