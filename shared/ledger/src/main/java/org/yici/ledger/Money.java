package org.yici.ledger;

/**
 * An exact amount of Chinese yuan, kept as whole fen (¥1 = 100 fen). It may be negative: in an entry a debit is positive
 * and a credit negative. Nothing is ever rounded; what does not fit is refused.
 *
 * @param fen the amount in fen
 */
public record Money(long fen) implements Comparable<Money> {

    /** ISO 4217 code of the only currency that the charity keeps. */
    public static final String CURRENCY = "CNY";

    public static final Money ZERO = new Money(0);

    /** An amount of whole fen. */
    public static Money ofFen(long fen) {
        return new Money(fen);
    }

    /** Reads what a person or a spreadsheet wrote as yuan; see {@link ParsedMoney} for what is refused. */
    public static ParsedMoney parseYuan(String text) {
        return ParsedMoney.read(text);
    }

    /** @throws ArithmeticException beyond the range of a long */
    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /** @throws ArithmeticException beyond the range of a long */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public Money negated() {
        return new Money(Math.negateExact(fen));
    }

    public boolean isPositive() {
        return fen > 0;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    public boolean isZero() {
        return fen == 0;
    }

    /** Figures for readers: yuan with thousands separators and two decimals, {@code 1,234.50}; no currency sign. */
    public String yuan() {
        long yuan = fen / 100;
        String sign = fen < 0 ? "-" : "";
        return sign + String.format(java.util.Locale.ROOT, "%,d.%02d", Math.abs(yuan), Math.abs(fen % 100));
    }

    /** The amount in capitals (大写) as Chinese receipts ask for it: {@code 壹仟元整}. */
    public String inCapitals() {
        return Capitals.of(fen);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return "¥" + yuan();
    }
}
