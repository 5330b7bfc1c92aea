package org.yici.ledger;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading an amount in yuan: the money, or why it was refused. Accepts digits with at most two decimals
 * ({@code 12}, {@code 12.5}, {@code 0.01}), a leading ¥ or ￥, a trailing 元, and blanks around. The county's own report
 * once printed 270.767元: such an amount is refused with its reason, never rounded.
 */
public final class ParsedMoney {

    /** Why a text is not an amount that we take. */
    public enum Flaw {
        EMPTY("empty"),
        /** {@code 1,000}: somewhere else that comma would be a decimal point. */
        THOUSANDS_SEPARATOR("thousands-separator"),
        TOO_MANY_DECIMALS("too-many-decimals"),
        NEGATIVE("negative"),
        TOO_LARGE("too-large"),
        NOT_A_NUMBER("not-a-number");

        private final String word;

        Flaw(String word) {
            this.word = word;
        }

        /** The machine word, for message keys. */
        public String word() {
            return word;
        }
    }

    private static final Pattern PLAIN = Pattern.compile("[¥￥]?\\s*([0-9]+)(?:\\.([0-9]{1,2}))?\\s*元?");
    private static final Pattern SEPARATED = Pattern.compile("[¥￥]?\\s*[0-9]+([,，'’][0-9]+)+(\\.[0-9]*)?\\s*元?");
    private static final Pattern LONG_FRACTION = Pattern.compile("[¥￥]?\\s*[0-9]+\\.[0-9]{3,}\\s*元?");
    private static final Pattern BELOW_ZERO = Pattern.compile("[¥￥]?\\s*[-−–－(（].*");

    private final @Nullable Money money;
    private final @Nullable Flaw flaw;

    private ParsedMoney(@Nullable Money money, @Nullable Flaw flaw) {
        this.money = money;
        this.flaw = flaw;
    }

    static ParsedMoney read(String text) {
        String trimmed = text.strip();
        Matcher plain = PLAIN.matcher(trimmed);
        if (plain.matches()) {
            return exact(plain.group(1), plain.group(2));
        }
        return new ParsedMoney(null, flawOf(trimmed));
    }

    private static ParsedMoney exact(String yuan, @Nullable String fraction) {
        String fen = fraction == null ? "00" : fraction.length() == 1 ? fraction + "0" : fraction;
        try {
            return new ParsedMoney(Money.ofFen(Long.parseLong(yuan + fen)), null);
        } catch (NumberFormatException tooLarge) {
            return new ParsedMoney(null, Flaw.TOO_LARGE);
        }
    }

    private static Flaw flawOf(String text) {
        if (text.isEmpty()) {
            return Flaw.EMPTY;
        }
        if (LONG_FRACTION.matcher(text).matches()) {
            return Flaw.TOO_MANY_DECIMALS;
        }
        if (SEPARATED.matcher(text).matches()) {
            return Flaw.THOUSANDS_SEPARATOR;
        }
        return BELOW_ZERO.matcher(text).matches() ? Flaw.NEGATIVE : Flaw.NOT_A_NUMBER;
    }

    /** One answer for either case. */
    public <T> T fold(Function<Money, T> read, Function<Flaw, T> refused) {
        if (money != null) {
            return read.apply(money);
        }
        if (flaw != null) {
            return refused.apply(flaw);
        }
        throw new IllegalStateException("neither money nor flaw");
    }

    /** The money, for callers that do not ask why. */
    public Optional<Money> money() {
        return Optional.ofNullable(money);
    }
}
