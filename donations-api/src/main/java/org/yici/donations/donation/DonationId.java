package org.yici.donations.donation;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A gift's id: opaque outside, time-ordered inside (UUID version 7), so that a list by id is a list by time. */
public record DonationId(UUID value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** {@link UUID#fromString} also takes shorter texts; one gift has one spelling. */
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** A new one. */
    public static DonationId at(Instant now) {
        long high = now.toEpochMilli() << 16 | VERSION_7 | RANDOM.nextInt(0x1000);
        long low = VARIANT | RANDOM.nextLong() >>> 2;
        return new DonationId(new UUID(high, low));
    }

    /** Less than every id made at or after {@code instant}, greater than every one made before: a bound for lists. */
    public static UUID firstAt(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16, 0);
    }

    /** Empty when {@code text} cannot be the id of any gift. */
    public static Optional<DonationId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new DonationId(UUID.fromString(text))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
