package org.yici.platform.privacy;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts one field of one row (AES-256-GCM by Tink). Written with the newest key, read with any key of the set, so
 * keys can be rotated while old rows stand.
 */
public final class FieldCipher {
    private final Aead aead;

    FieldCipher(Aead aead) {
        this.aead = aead;
    }

    /** The value sealed for exactly this cell; the same value twice gives different bytes. */
    public byte[] encrypt(String value, Cell cell) {
        return encrypt(value.getBytes(StandardCharsets.UTF_8), cell);
    }

    /** The same for a file. */
    public byte[] encrypt(byte[] value, Cell cell) {
        try {
            return aead.encrypt(value, cell.associatedData());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot encrypt " + cell.table() + "." + cell.column(), impossible);
        }
    }

    /** The value sealed for this cell. A ciphertext of another cell, of another key or a damaged one is a defect and raises. */
    public String decrypt(byte[] sealed, Cell cell) {
        return new String(decryptBytes(sealed, cell), StandardCharsets.UTF_8);
    }

    /** The same for a file. */
    public byte[] decryptBytes(byte[] sealed, Cell cell) {
        try {
            return aead.decrypt(sealed, cell.associatedData());
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("Cannot decrypt " + cell.table() + "." + cell.column(), damaged);
        }
    }
}
