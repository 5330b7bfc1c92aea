package org.yici.donations.payment.counter.line;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.yici.platform.sheet.SheetText;

/** How money comes to the counter. */
public enum CounterMethod {
    CASH("cash", Set.of("现金", "现款", "cash")),
    BANK("bank", Set.of("银行", "转账", "银行转账", "汇款", "银行汇款", "对公转账", "网银", "bank", "transfer", "banktransfer"));

    private final String word;
    private final Set<String> spellings;

    CounterMethod(String word, Set<String> spellings) {
        this.word = word;
        this.spellings = spellings;
    }

    /** The payment method's word, in gifts and accounts. */
    public String word() {
        return word;
    }

    /** What a cell says. */
    static Optional<CounterMethod> read(String text) {
        String plain = SheetText.plain(text);
        return Arrays.stream(values())
                .filter(method -> method.spellings.contains(plain))
                .findFirst();
    }

    /** The method of a word that {@link #word} gave. */
    public static Optional<CounterMethod> of(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word.equals(word))
                .findFirst();
    }
}
