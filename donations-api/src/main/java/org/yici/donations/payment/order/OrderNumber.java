package org.yici.donations.payment.order;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The number that we give an order or a refund at a provider: 25 letters and digits of 128 bits, which is what all of them
 * take (WeChat: 6 to 32).
 */
public record OrderNumber(String value) {

    private static final int BITS = 128;
    private static final int RADIX = 36;
    private static final int LENGTH = 25;
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{25}");

    public OrderNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no order number");
        }
    }

    public static OrderNumber of(UUID id) {
        String digits = new BigInteger(id.toString().replace("-", ""), 16)
                .toString(RADIX)
                .toUpperCase(Locale.ROOT);
        return new OrderNumber("0".repeat(LENGTH - digits.length()) + digits);
    }

    /** The id that it stands for. */
    public UUID id() {
        BigInteger number = new BigInteger(value, RADIX);
        return new UUID(number.shiftRight(Long.SIZE).longValue(), number.longValue());
    }

    /** Empty for what cannot be one of ours. */
    public static Optional<OrderNumber> parse(String text) {
        return FORM.matcher(text).matches() && new BigInteger(text, RADIX).bitLength() <= BITS
                ? Optional.of(new OrderNumber(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
