package org.yici.ledger;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.regex.Pattern;

/**
 * The chart of accounts: every kind of account there is, the side on which it naturally stands, and whether it may cross
 * zero. {@code db/ledger/V001} and {@code V009} hold the same chart; a test compares the two.
 */
public enum AccountKind {
    /** Money kept apart for one purpose; a fund cannot spend what it does not have. */
    FUND("fund:[a-z][a-z0-9-]{0,39}", Side.CREDIT, true),
    /** What a payment provider (or the cash box) has taken in for us and not yet settled. */
    CLEARING("clearing:[a-z][a-z0-9-]{0,19}", Side.DEBIT, false),
    /** What is promised to one award; nobody can be paid from another's money. */
    PAYABLE_AWARD("payable:award:[A-Za-z0-9][A-Za-z0-9-]{0,39}", Side.CREDIT, true),
    /** Refunds decided and not yet made. */
    PAYABLE_REFUNDS("payable:refunds", Side.CREDIT, true),
    /** Payouts handed to the bank and not yet confirmed. */
    TRANSIT_PAYOUTS("transit:payouts", Side.CREDIT, true),
    /** The charity's account at its bank. */
    BANK_MAIN("bank:main", Side.DEBIT, true),
    /** Providers' fees, owed here until {@code fund:admin} covers them. */
    COST_PAYMENT_FEES("cost:payment-fees", Side.DEBIT, false),
    /** Gifts that a provider took back after they were spent. */
    RECEIVABLE_CHARGEBACKS("receivable:chargebacks", Side.DEBIT, false),
    /** The special account through which the treasury's money passes. It is not the charity's. */
    TREASURY_BANK("treasury:bank", Side.DEBIT, true),
    /** What the treasury gave for one scheme and no due list has claimed yet. */
    TREASURY_APPROPRIATION("treasury:appropriation:[a-z][a-z0-9-]{0,39}", Side.CREDIT, true),
    /** What a scheme's due lists owe to entitled people. */
    TREASURY_PAYABLE("treasury:payable:[a-z][a-z0-9-]{0,39}", Side.CREDIT, true);

    /** The side that makes an account grow. Debits are positive amounts, credits negative. */
    public enum Side {
        DEBIT,
        CREDIT
    }

    private static final AccountKind[] KINDS = values();

    private final Pattern form;
    /** Up to its first colon, as every code of this kind begins. */
    private final String beginning;

    private final Side side;
    private final boolean floored;

    AccountKind(String form, Side side, boolean floored) {
        this.form = Pattern.compile(form);
        this.beginning = form.substring(0, form.indexOf(':') + 1);
        this.side = side;
        this.floored = floored;
    }

    /** @throws IllegalArgumentException when no kind of the chart has accounts of that form */
    @CanIgnoreReturnValue // asking is how a code is checked
    static AccountKind of(String code) {
        for (AccountKind kind : KINDS) {
            if (code.startsWith(kind.beginning) && kind.form.matcher(code).matches()) {
                return kind;
            }
        }
        throw new IllegalArgumentException("not in the chart of accounts: " + code);
    }

    /** The regular expression of its account codes. */
    public String form() {
        return form.pattern();
    }

    public Side side() {
        return side;
    }

    /** Is it the state's money, which no journal mixes with the charity's? */
    public boolean isTreasury() {
        return beginning.equals("treasury:");
    }

    /** May the balance on its natural side never fall below zero? */
    public boolean floored() {
        return floored;
    }
}
