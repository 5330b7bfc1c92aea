package org.yici.platform.privacy;

import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/**
 * Finds an encrypted value without reading it: a keyed HMAC-SHA256 of its normal form. Without the key nobody can try
 * all phone numbers against it. Always made with the primary key: a rotation of this key set recomputes the indexes.
 */
public final class BlindIndex {
    private static final int BYTES = 32;
    private static final int LEAST_BYTES = 16;
    private final PrfSet prfs;

    BlindIndex(PrfSet prfs) {
        this.prfs = prfs;
    }

    public byte[] of(PhoneNumber phone) {
        return of("phone", phone.digits());
    }

    public byte[] of(IdentityNumber number) {
        return of("identity-number", number.value());
    }

    /**
     * The index of any other value that is already in its one normal form.
     *
     * @param purpose keeps indexes apart: the same value under two purposes gives unrelated bytes
     */
    public byte[] of(String purpose, String normalValue) {
        try {
            return prfs.computePrimary(input(purpose, normalValue), BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot index by " + purpose, impossible);
        }
    }

    /** Whether {@code beginning} (16 bytes or more) begins the index of this value by any key of the set, old ones included. */
    public boolean recognises(String purpose, String normalValue, byte[] beginning) {
        if (beginning.length < LEAST_BYTES) {
            throw new IllegalArgumentException("too short to be sure: " + beginning.length);
        }
        byte[] input = input(purpose, normalValue);
        try {
            boolean found = false;
            for (Prf prf : prfs.getPrfs().values()) {
                found |= MessageDigest.isEqual(prf.compute(input, beginning.length), beginning);
            }
            return found;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot index by " + purpose, impossible);
        }
    }

    private static byte[] input(String purpose, String normalValue) {
        byte[] domain = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] value = normalValue.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + domain.length + value.length)
                .putInt(domain.length)
                .put(domain)
                .put(value)
                .array();
    }
}
