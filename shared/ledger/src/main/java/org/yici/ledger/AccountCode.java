package org.yici.ledger;

/**
 * The code of an account in the chart ({@link AccountKind}). Accounts are opened by the first journal that names them.
 *
 * @param value such as {@code fund:poverty-relief}
 */
public record AccountCode(String value) implements Comparable<AccountCode> {

    public static final AccountCode PAYABLE_REFUNDS = new AccountCode("payable:refunds");
    public static final AccountCode TRANSIT_PAYOUTS = new AccountCode("transit:payouts");
    public static final AccountCode BANK_MAIN = new AccountCode("bank:main");
    public static final AccountCode COST_PAYMENT_FEES = new AccountCode("cost:payment-fees");
    public static final AccountCode RECEIVABLE_CHARGEBACKS = new AccountCode("receivable:chargebacks");
    public static final AccountCode TREASURY_BANK = new AccountCode("treasury:bank");

    /** @throws IllegalArgumentException when the chart has no such account */
    public AccountCode {
        AccountKind.of(value);
    }

    public static AccountCode fund(FundCode fund) {
        return new AccountCode("fund:" + fund);
    }

    /** @param method the payment method, such as {@code sandbox}, {@code wechat}, {@code cash} */
    public static AccountCode clearing(String method) {
        return new AccountCode("clearing:" + method);
    }

    public static AccountCode payableAward(GrantCode grant) {
        return new AccountCode("payable:award:" + grant);
    }

    public static AccountCode treasuryAppropriation(SchemeCode scheme) {
        return new AccountCode("treasury:appropriation:" + scheme);
    }

    public static AccountCode treasuryPayable(SchemeCode scheme) {
        return new AccountCode("treasury:payable:" + scheme);
    }

    public AccountKind kind() {
        return AccountKind.of(value);
    }

    /** Plain order of the code's characters: the order of entries in a journal. */
    @Override
    public int compareTo(AccountCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
