package org.yici.donations.payment.refund;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A refund's id: opaque outside, time-ordered inside (UUID version 7), so that a list by id is a list by time. */
public record RefundId(UUID value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Before every id. */
    public static final RefundId FIRST = new RefundId(new UUID(0, 0));

    /** After every id. */
    public static final RefundId LAST = new RefundId(new UUID(-1, -1));

    /** Empty when {@code text} cannot be the id of any refund. */
    public static Optional<RefundId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new RefundId(UUID.fromString(text))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
