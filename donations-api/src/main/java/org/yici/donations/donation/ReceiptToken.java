package org.yici.donations.donation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The unguessable last segment of a receipt's address: 32 bytes in base64url, 43 characters. No database keeps it, so a
 * copy of the database opens no receipt.
 */
public record ReceiptToken(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Empty when {@code text} cannot be any receipt's token. One receipt has one address: spare bits of the last sign are none. */
    public static Optional<ReceiptToken> parse(String text) {
        return FORM.matcher(text).matches() && isShortest(text)
                ? Optional.of(new ReceiptToken(text))
                : Optional.empty();
    }

    private static boolean isShortest(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Base64.getUrlDecoder().decode(text))
                .equals(text);
    }

    /** The 32 bytes that the text stands for. */
    byte[] bytes() {
        return Base64.getUrlDecoder().decode(value);
    }

    /** SHA-256, by which receipts are found whose token carries no id. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Never the token: it is a key. */
    @Override
    public String toString() {
        return "receipt token";
    }
}
