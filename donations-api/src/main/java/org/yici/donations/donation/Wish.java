package org.yici.donations.donation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.yici.ledger.FundCode;
import org.yici.platform.web.IdempotencyKey;

/**
 * A gift on its way into the database. Made by {@link Giving}, which also answers for it; whoever writes it only passes it on.
 *
 * @param at program clock
 * @param wallTime when it was asked for, by the wall clock, from which its time to pay runs
 */
@SuppressWarnings("ArrayRecordComponent") // a hash that is only compared
public record Wish(
        DonationId id,
        NewDonation content,
        DonorSeal.Sealed sealed,
        IdempotencyKey key,
        byte[] hash,
        Instant at,
        Instant wallTime,
        Duration timeToPay) {

    private static final int BYTES = 16;

    /** The key as the database knows it: 128 bits of its SHA-256, so that every key takes the same small place. */
    UUID keyMark() {
        try {
            return mark(MessageDigest.getInstance("SHA-256").digest(key.value().getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** 128 bits of the request's hash. */
    UUID requestMark() {
        return mark(hash);
    }

    /** The gift as it stands once it is taken. */
    Donation pending(FundCode fund) {
        return new Donation(
                id,
                content.campaign(),
                fund,
                content.amount(),
                content.method(),
                DonationStatus.PENDING,
                content.place(),
                at,
                null,
                null);
    }

    private static UUID mark(byte[] hash) {
        ByteBuffer first = ByteBuffer.wrap(Arrays.copyOf(hash, BYTES));
        return new UUID(first.getLong(), first.getLong());
    }
}
