package org.yici.disbursement.crosscheck.rule;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/** How a fact is compared, as it is written down. */
public enum Operator {
    /** Two signs before one: {@code >=} begins with {@code >}. */
    AT_LEAST(">=", order -> order >= 0),
    AT_MOST("<=", order -> order <= 0),
    IS_NOT("!=", order -> order != 0),
    OVER(">", order -> order > 0),
    UNDER("<", order -> order < 0),
    IS("=", order -> order == 0),
    /** Of words only: they stand somewhere in what is said. */
    HAS("~", order -> false);

    private final String sign;
    private final IntPredicate order;

    Operator(String sign, IntPredicate order) {
        this.sign = sign;
        this.order = order;
    }

    public String sign() {
        return sign;
    }

    /** @param order of the fact against the value, as a comparator has it */
    boolean accepts(int order) {
        return this.order.test(order);
    }

    static Optional<Operator> of(String sign) {
        return Arrays.stream(values()).filter(o -> o.sign.equals(sign)).findAny();
    }

    public boolean isOfWords() {
        return this == IS || this == IS_NOT || this == HAS;
    }

    public String messageKey() {
        return "crosscheck.operator." + name();
    }
}
