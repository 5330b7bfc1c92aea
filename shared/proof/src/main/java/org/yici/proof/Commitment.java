package org.yici.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * A promise about something private: SHA-256 over a random salt of 32 bytes followed by the canonical JSON. Published, it
 * tells nothing; shown together with salt and text, it proves the text; once the salt is deleted, nobody can test a
 * guess against it any more.
 *
 * @param salt 32 random bytes, new for every commitment
 * @param json the private part as {@link CanonicalJson}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a hash input; the array never leaves without a copy
public record Commitment(byte[] salt, String json) {

    /** The salt's length in bytes: as long as the hash, so guessing the salt is no easier than breaking the hash. */
    public static final int SALT_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    public Commitment {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + SALT_BYTES + " bytes, not " + salt.length);
        }
        salt = salt.clone();
    }

    /** Commits to a private part under a fresh salt. */
    public static Commitment to(Map<String, ?> privatePart) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Commitment(salt, CanonicalJson.write(privatePart));
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    /** The 32 bytes of the commitment. */
    public byte[] hash() {
        MessageDigest sha256 = sha256();
        sha256.update(salt);
        return sha256.digest(json.getBytes(UTF_8));
    }

    /** The commitment as it stands in public: base64 with padding. */
    public String base64() {
        return Base64.getEncoder().encodeToString(hash());
    }

    /** Does this salt and text open that published commitment? */
    public boolean opens(String published) {
        return base64().equals(published);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
