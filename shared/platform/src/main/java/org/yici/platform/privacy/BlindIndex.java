package org.yici.platform.privacy;

import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Finds an encrypted value without reading it: a keyed HMAC-SHA256 of its normal form. Without the key nobody can try
 * all phone numbers against it. Always made with the primary key: a rotation of this key set recomputes the indexes.
 */
public final class BlindIndex {
    private static final int BYTES = 32;
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
        byte[] domain = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] value = normalValue.getBytes(StandardCharsets.UTF_8);
        byte[] input = ByteBuffer.allocate(4 + domain.length + value.length)
                .putInt(domain.length)
                .put(domain)
                .put(value)
                .array();
        try {
            return prfs.computePrimary(input, BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot index by " + purpose, impossible);
        }
    }
}
